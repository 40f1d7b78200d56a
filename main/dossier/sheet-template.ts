/** The Typst source of a custody sheet. What people wrote comes in as JSON and is shown as text, never read as markup. */
export const sheetTemplate = `
#let content = json(bytes(sys.inputs.content))
#let quiet = rgb("#555b61")
#let hair = 0.5pt + rgb("#c9c5bc")
#let day = content.datedIso.split("-").map(int)
#set document(title: content.title, date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set page(
  paper: "a4", flipped: true, margin: (x: 16mm, top: 16mm, bottom: 18mm),
  footer: context [
    #set text(8pt, fill: quiet, font: "Noto Sans")
    #content.heading · #content.datedIso #h(1fr) #counter(page).display()
  ],
)
#set text(font: "Noto Serif", size: 9pt, lang: content.language)
#set par(justify: false)
#show heading: set text(font: "Noto Sans", weight: "semibold")
#text(8.5pt, fill: quiet, font: "Noto Sans", content.heading)
= #content.title
#v(2mm)
#for fact in content.facts [
  #text(fill: quiet, font: "Noto Sans", size: 8pt, fact.at(0)): #fact.at(1) \\
]
#if content.warnings.len() > 0 [
  #v(2mm)
  #for warning in content.warnings [ #text(font: "Noto Sans", weight: "semibold", "! " + warning) \\ ]
]
#v(3mm)
#if content.rows.len() > 0 [
  #table(
    columns: content.columns.map(_ => 1fr), stroke: hair, inset: 4pt,
    table.header(..content.columns.map(name => text(font: "Noto Sans", weight: "semibold", size: 8pt, name))),
    ..content.rows.flatten().map(cell => text(8.5pt, cell)),
  )
]
#v(10mm)
#grid(columns: (1fr, 1fr), gutter: 12mm, ..content.signatures.map(name => [
  #line(length: 100%, stroke: hair)
  #text(8pt, fill: quiet, font: "Noto Sans", name)
]))
`
