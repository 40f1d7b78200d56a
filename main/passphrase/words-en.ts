/**
 * English words for passphrases: everyday ones of three to ten letters, no two alike in their first four letters.
 * Written down for Saqta by topic, from no other list. They also count as known words when strength is measured.
 */
export const englishWords: readonly string[] = `
  able acid acorn across actor adapt admit adobe adult after again agent agree ahead aim air album alert alien
  align alive alley allow almond alone alpha also amber amount anchor angel angle ankle annual answer anthem
  apple apricot apron arch arctic arena argue arm army aroma arrow art ash aside ask aspen atlas atom attic
  audio aunt author autumn avenue avoid awake award axis axle baby back bacon badge bag bake balance ball bamboo
  banana band bank bar barley barn basil basket bat bath bay beach bead beam bean bear beat beaver become bed
  beef beehive begin bell belt bench berry best bicycle big bike bird biscuit bison black blade blank blend
  blink block bloom blouse blue board boat body boil bold bolt bone bonus book boot border boss bottle bounce
  bow bowl box boy brain branch brass bread breeze brick bridge bring broom brother brown brush bubble bucket
  bud build bulb bullet bundle bus bush butter buyer buzz cabin cable cactus cake calm camel camp canal candle
  canoe canvas canyon cap captain car card cargo carpet carrot cart case cash castle cat cattle cave cedar cell
  cement census center cereal chain chalk change chapel charm cheese chef cherry chess chicken chief child
  chimney chin chip choir chorus circle city civil claim clam clap class clay clean clerk clever cliff climb
  clinic clock close cloth cloud clover club coach coal coast coat cobalt cocoa code coffee coin cold collar
  color column comb comet comic common compass cone cook cool copper coral cord cork corn cosmic cotton couch
  count course cousin cover cow crab craft crane crater cream creek crew cricket crisp crop cross crow cruise
  crumb crystal cube cup curb cure curl current curtain curve cushion custom cycle daisy dam dance dark dash
  data date dawn day deck deep deer degree delta demand denim dense depth desert desk detail dial diamond diary
  diesel diet dig dime dinner direct dish dive dock doctor dog doll dome donkey door dose double dough dove down
  dozen draft dragon draw dream dress drift drill drink drive drop drum dry duck duet dune during dust duty
  dwell each eager eagle early earn earth east easy echo edge edit effort egg eight elbow elder elect elm ember
  empty end energy engine enjoy enough enter envoy equal era errand essay even ever exact exam exit expert extra
  eye fabric face fact fair falcon fall family fan far fashion fast father favor feast feather felt fence fern
  ferry fiber field fig figure film filter final find finger fire first fish five flag flame flash flat flax
  fleet flint float flock floor flour flow fluid flute fly foam focus fog fold folk food foot force forest fork
  form fort forum fossil found four fox frame free fresh friend frog front frost fruit fuel full fun funnel fur
  future gadget galaxy gallon game garage garden garlic gas gate gather gear gem general gentle ghost giant gift
  ginger giraffe girl give glad glass globe glove glow glue goal goat gold golf good goose gown grain grand
  grape grass gravel gray great green grid grill grip grocery group grove grow guard guest guide guitar gulf gum
  guy gym habit hail hair half hall hammer hand happy harbor hard harp harvest hat hawk hay hazel head heart
  heat heavy hedge heel height helmet help hen herb hero hidden high hill hinge hint hobby hockey hold hollow
  home honey hood hook hope horn horse hose hotel hour house hub human humble hunt hut ice icon idea idle igloo
  image inch index indigo infant ink inlet inner input insect inside iris iron island item ivory ivy jacket jade
  jaguar jam jar jasmine jaw jazz jeans jelly jersey jewel job join joke jolly journal joy judge jug juice july
  jump june jungle junior jury just kayak keen keep kettle key kick kid kind king kiosk kiss kitchen kite kiwi
  knee knife knot koala label lace ladder lady lagoon lake lamb lamp land lane lantern large laser last late
  laugh laundry lava lawn layer lead leaf league learn leather left leg legal lemon lens lesson letter level
  library lid life lift light lilac lily lime line lion lip liquid list little live lizard loaf lobby local lock
  lodge log logic long look loop lot lotus loud love low loyal luck lumber lunar lunch lung lyric machine magic
  magnet maid mail main maize major maker mango manor manual many map maple marble march margin mark marsh mask
  mason mass mast match maths mattress may mayor maze meadow meal measure meat medal medium melody melt member
  memory menu mercy merit merry mesh metal meter method midday mile milk mill mind mineral mint minute mirror
  mist mix moat mobile model moment money monk month moon moral morning moss motel moth motor mount mouse mouth
  move movie much mud mug mule muscle museum music must myth nail name napkin narrow nation navy near neat neck
  need nephew nerve nest net neutral never new next nice night nine noble noise noodle noon normal north nose
  note novel number nurse nut nylon oak oasis oat object ocean october odd offer office often oil old olive
  omelet once onion only open opera optic orange orbit orchid order organ origin ostrich otter outer oval oven
  over owl own oxygen oyster pack paddle page paint pair palace palm pan panda panel paper parade parcel park
  parrot part pass pasta patch path patrol pattern pause pave paw pay peace peak peanut pear pebble pedal
  pelican pen pencil people pepper period person petal phone photo phrase piano pick picnic piece pier pigeon
  pile pillow pilot pin pine pink pipe pirate pitch pizza place plain planet plate play plenty plot plow plum
  plus pocket poem point polar police polo pond pony pool poplar porch port possum post potato pottery pouch
  powder power praise prefer present pretty price pride print prism prize problem profit project prompt proof
  proud prune public pudding pull pulse pump pupil puppet pure purple purse push puzzle pyramid quail quality
  quarter queen quest quick quiet quilt quiz quota rabbit race rack radar radio raft rail rain raisin ramp ranch
  random range rapid raven raw ray razor reach ready real reason rebel recipe record red reed reef refuge region
  relay remote rent reply rescue resin rest return rhyme rhythm ribbon rice rich ride ridge right ring rinse
  ripe rise river road roast robin robot rock rod roll roof room root rope rose rotor round route row royal
  rubber ruby rudder rug rule run rural rust rye sack saddle safe saga sail salad salmon salt same sample sand
  satin sauce sauna save scale scarf scene school science scone scoop score scout screen script sea seal season
  seat second secret seed select senior sense serve seven shade shaft shape share shawl sheep shelf shine ship
  shirt shoe shop short show shrub shut side sign silk silver simple since sing siren sister six size skate
  sketch ski skill skin skirt sky slate sleep slice slide slim slope slow small smart smile smoke smooth snack
  snail snow soap soccer sock soda sofa soft soil solar solid some song soon sound soup south space spark speak
  speed spell spice spider spin spirit spoon sport spot spring square squid stable stage stair stamp star state
  steam steel stem step stew stick still stone stool store stove straw stream string strong studio style sugar
  suit sultan summer sun super supper sure surf swan sweet swift swim swing sword symbol syrup system table tail
  talent talk tall tango tank tape target task taste tax taxi tea teach team tell temple ten tennis tent term
  test text thank theme thick thin third this thorn three throne thumb thunder ticket tide tiger tile timber
  time tin tiny tip title toast today toe token tomato tone tongue tool tooth top topaz torch total touch tour
  tower town toy track trade trail tray treat tree trend tribe trick trip troop truck true trumpet trunk trust
  truth tub tube tulip tuna tunnel turbo turkey turn turtle tutor twelve twig twin two type ultra uncle under
  unify union unit upper urban urge use usual utter vacuum valley value van vanilla vapor vase vast vault velvet
  vendor verb verse very vessel vest video view villa vine violin visa visit vivid voice volcano vote vowel
  voyage wagon waist wait walk wall walnut waltz warm wash wasp watch water wave wax way wealth wear weave web
  wedge week well west wet whale wheat wheel whip white whole wide wife wild willow win wind wing winter wire
  wise wish wolf wonder wood wool word work world worth wrap wreath wren wrist write yacht yard yarn year yellow
  yes yield yogurt young youth zebra zero zinc zone zoo
`
  .trim()
  .split(/\s+/)
