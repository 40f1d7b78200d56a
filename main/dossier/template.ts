/**
 * The Typst source of a bundle's own pages. Everything that a person wrote comes in by `sys.inputs.content` as JSON, and
 * is shown by `text(...)`: nothing of it is ever read as markup or code.
 */
export const template = `
#let content = json(bytes(sys.inputs.content))
#let words = json(bytes(sys.inputs.words))
#let ink = rgb("#1d2125")
#let quiet = rgb("#555b61")
#let accent = rgb("#0b5d63")
#let hair = 0.5pt + rgb("#c9c5bc")

#let day = content.datedIso.split("-").map(int)
#set document(title: content.title, date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set page(
  paper: "a4",
  margin: (x: 25mm, top: 24mm, bottom: 24mm),
  footer: context [
    #set text(8.5pt, fill: quiet, font: "Noto Sans")
    #content.title
    #h(1fr)
    #counter(page).display()
  ],
)
#set text(font: "Noto Serif", size: 10.5pt, fill: ink, lang: content.language)
#set par(leading: 0.75em, justify: false)
#show heading: set text(font: "Noto Sans", weight: "semibold", fill: ink)
#show heading.where(level: 1): it => block(above: 0pt, below: 7mm, text(17pt, it.body))
#show heading.where(level: 2): it => block(above: 7mm, below: 2.5mm, text(12pt, it.body))
#let small(body) = text(9pt, fill: quiet, font: "Noto Sans", body)
#let label(body) = text(8pt, fill: quiet, font: "Noto Sans", weight: "semibold", tracking: 0.02em, body)

#v(38mm)
#small(words.evidenceBundle)
#v(2mm)
#text(25pt, font: "Noto Sans", weight: "semibold", content.title)
#v(9mm)
#line(length: 34mm, stroke: 1.5pt + accent)
#v(9mm)
#grid(
  columns: (38mm, 1fr), row-gutter: 4mm,
  label(words.preparedFor), content.audience,
  label(words.dated), content.datedOn,
  label(words.annexList), str(content.annexes.len()),
)
#v(1fr)
#block(width: 118mm)[
  #label(words.namesHeading)
  #v(-1mm)
  #small(words.namesNote)
]

#pagebreak()
#outline(title: words.contents, depth: 2, indent: 5mm)

#pagebreak()
= #words.chronology
#for incident in content.incidents [
  #block(above: 8mm, below: 2mm, sticky: true)[
    #small[#incident.date#if incident.place != "" [ · #incident.place] · #incident.verification]
  ]
  #heading(level: 2, incident.title)
  #for paragraph in incident.narrative.split("\\n") {
    if paragraph.trim() != "" { par(text(paragraph)) }
  }
  #if incident.statements.len() == 0 { small(words.noStatements) }
  #for statement in incident.statements [
    #block(above: 3.5mm, below: 3.5mm, inset: (left: 4mm), stroke: (left: 1.2pt + accent), breakable: true)[
      #if statement.quote != "" [#text(10pt, style: "normal")["#statement.quote"] #linebreak()]
      #if statement.comment != "" [#statement.comment #linebreak()]
      #text(9pt, font: "Noto Sans", fill: accent, weight: "semibold")[
        #if statement.annex == none [#words.keptBack: #statement.keptBackReference] else [#words.annex #statement.annex#if statement.page != none [, #words.page #statement.page]]
      ]
      #small[ · #statement.relation]
    ]
  ]
]

#if content.people.len() > 0 [
  #pagebreak()
  = #words.people
  #table(
    columns: (1fr, 2fr), stroke: none, inset: (x: 0pt, y: 2.2mm),
    ..content.people.map(person => (table.hline(stroke: hair), text(font: "Noto Sans", weight: "semibold", person.shownAs), person.roles)).flatten(),
    table.hline(stroke: hair),
  )
]

#pagebreak()
= #words.annexList
#table(
  columns: (12mm, 1fr, 24mm, 30mm, 30mm), stroke: none, inset: (x: 1mm, y: 2.2mm), align: (left, left, right, right, right),
  table.header(label(words.number), label(words.title), label(words.pages), label(words.bundlePages), label(words.covered)),
  ..content.annexes.map(annex => (
    table.hline(stroke: hair),
    str(annex.number), text(annex.title), if annex.pages == 0 { words.recording } else { str(annex.pages) },
    if annex.pages == 0 [] else if annex.pages == 1 { str(annex.firstPage) } else [#annex.firstPage–#(annex.firstPage + annex.pages - 1)],
    str(annex.boxes),
  )).flatten(),
  table.hline(stroke: hair),
)
#if content.keptBack.len() > 0 [
  == #words.keptBack
  #for item in content.keptBack [
    #block(below: 2mm)[#text(font: "Noto Sans", weight: "semibold", item.reference) — #item.why]
  ]
]
== #words.method
#words.methodNote
#if content.annexes.any(annex => annex.pages == 0) { par(text(words.recordingNote)) }
`
