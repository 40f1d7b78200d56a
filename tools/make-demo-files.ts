/**
 * Makes `demo/files`: a dozen real files about invented people, which the demo takes in.
 * Run by hand when a file changes (needs ffmpeg and espeak-ng for the voice note and the video); the results are kept
 * in the repository, so that neither the demo nor the checks need those programs.
 */
import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"
import { zipSync } from "fflate"
import * as mupdf from "mupdf"
import { exifSegment } from "./demo-exif.ts"
import { documentParts, sheetParts } from "./demo-office.ts"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const out = join(root, "demo", "files")
const fonts = [
  "noto-serif/400Regular/NotoSerif_400Regular",
  "noto-serif/700Bold/NotoSerif_700Bold",
  "noto-sans/400Regular/NotoSans_400Regular",
]
const compiler = NodeCompiler.create({
  workspace: out,
  fontArgs: [
    { fontBlobs: fonts.map((font) => readFileSync(join(root, `node_modules/@expo-google-fonts/${font}.ttf`))) },
  ],
})
const midnight = Math.floor(Date.UTC(2017, 2, 9) / 1000)

const typeset = (source: string): Uint8Array =>
  compiler.pdf({ mainFileContent: source }, { creationTimestamp: midnight })

/** A page as a scanner would give it: grey, a little crooked, speckled, without any text. */
const scan = (pdf: Uint8Array, page: number, dpi: number): Uint8Array => {
  const document = mupdf.Document.openDocument(pdf, "application/pdf")
  const scale = dpi / 72
  const turned = mupdf.Matrix.concat(mupdf.Matrix.rotate(0.35), mupdf.Matrix.scale(scale, scale))
  const pixmap = document.loadPage(page).toPixmap(turned, mupdf.ColorSpace.DeviceGray, false)
  const pixels = pixmap.getPixels()
  let state = 20170304
  for (let index = 0; index < pixels.length; index += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const noise = (state >>> 24) % 11
    pixels[index] = Math.max(0, Math.min(255, (pixels[index] ?? 255) * 0.94 + noise))
  }
  return pixmap.asJPEG(62, false)
}

const pdfOfScans = (images: readonly Uint8Array[]): Uint8Array => {
  const pdf = new mupdf.PDFDocument()
  for (const bytes of images) {
    const image = pdf.addImage(new mupdf.Image(bytes))
    const resources = pdf.addObject({ XObject: { Scan: image } })
    pdf.insertPage(-1, pdf.addPage([0, 0, 595, 842], 0, resources, "q 595 0 0 842 0 0 cm /Scan Do Q"))
  }
  return pdf.saveToBuffer("compress").asUint8Array()
}

const page = (language: string, body: string) =>
  `#set page(paper: "a4", margin: 24mm)\n#set text(font: "Noto Serif", size: 11.5pt, lang: "${language}")\n#set par(justify: true, leading: 0.8em)\n${body}`

const searchRecord = page(
  "ru",
  `#align(center)[*ПРОТОКОЛ ОБЫСКА*]

г. Актобе #h(1fr) 6 марта 2017 г.

Старший следователь М. Касымов в присутствии понятых А. Жаксылыковой и Р. Ли, руководствуясь ст. 254 (пример), произвёл обыск в помещении редакции газеты «Арал дауысы» по адресу: г. Актобе, пр. Абая, 12.

В ходе обыска у гр-ки Сейтқали Д. изъято: системный блок, 3 телефона без описи, 2 блокнота. Тел.: 8 701 555 41 17.

Замечания: опись не предъявлена; адвокат Б. Токтаров допущен после окончания. Копия протокола вручена Сейтқали 9 марта.

#v(14mm)
Следователь #box(width: 50mm, stroke: (bottom: 0.5pt))[] #h(1fr) Понятые #box(width: 50mm, stroke: (bottom: 0.5pt))[]
#pagebreak()
#align(center)[*Приложение к протоколу*]

1. Системный блок, серийный номер неразборчив — опечатан.

2. Телефон чёрный — без описи, печать повреждена при возврате.

3. Телефон белый — без описи.

Присутствовала: Айгүл Жақсылық, понятая.`,
)

const statement = page(
  "kk",
  `#align(center)[*ТҮСІНІКТЕМЕ*]

Мен, Айгүл Жақсылық, 2017 жылғы 4 наурызда Ақтөбе қаласындағы «Арал дауысы» редакциясында тінту кезінде куәгер болдым.

Тергеуші тек бір мекенжай көрсетілген қаулыны ұсынды, бірақ сол күні тағы екі үйге барды. Дана Сейтқали тізімдеме жасауды сұрады, оған рұқсат берілмеді.

Телефондар тізімдемесіз алынды. Ерлан Оспановтың үйінде де солай болды.

#v(8mm)
10.03.2017 #h(1fr) А. Жақсылық`,
)

const taxOrder = page(
  "ru",
  `#align(center)[*АКТ налоговой проверки № 17-204 (пример)*]

Проверяемый: Общественный фонд «Арал дауысы». Период: 2014–2016 гг. Дата: 22 марта 2017 г.

Это третья проверка за пять недель. По итогам начислен штраф 562 тыс. тенге. Основание указано со ссылкой на статью, действовавшую в редакции 2016 г. (пример).

Акт получила Дана Сейтқали 24 марта 2017 г. Срок обжалования — по указанию в акте.`,
)

const chat = `12.03.2017, 09:14 - Ерлан: Дану задержали у суда, двое в штатском
12.03.2017, 09:15 - Ерлан: машина без номеров, белая
12.03.2017, 09:21 - Бауржан: Где она? Какой отдел?
12.03.2017, 09:40 - Ерлан: Говорят, в Алматинском районном. Дежурный отрицает.
12.03.2017, 11:05 - Айгүл: Мен көрдім, сот алдында болды. Атымды ешкімге айтпаңыздар.
12.03.2017, 19:32 - Бауржан: Допустили. Протокол о задержании составлен в 18:10, хотя задержали в 9.
`

const mail = (attachment: Uint8Array): string => {
  const encoded = Buffer.from(attachment).toString("base64").replace(/.{76}/g, "$&\r\n")
  const subject = `=?UTF-8?B?${Buffer.from("Опись вернули, печати сорваны").toString("base64")}?=`
  const text = Buffer.from(
    "Бауржан, сегодня вернули телефоны. На двух пакетах сорваны печати, снимок во вложении.\nВ описи этого нет. Ерлан Оспанов, 2 октября.\n",
  ).toString("base64")
  return [
    "From: Yerlan Ospanov <yerlan@aral-dauysy.example>",
    "To: Baurzhan Toktarov <advocate@toktarov.example>",
    `Subject: ${subject}`,
    "Date: Mon, 02 Oct 2017 15:02:11 +0500",
    "Message-ID: <20171002150211.41@aral-dauysy.example>",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="saqta-demo"',
    "",
    "--saqta-demo",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    text,
    "--saqta-demo",
    'Content-Type: image/jpeg; name="seal.jpg"',
    'Content-Disposition: attachment; filename="seal.jpg"',
    "Content-Transfer-Encoding: base64",
    "",
    encoded,
    "--saqta-demo--",
    "",
  ].join("\r\n")
}

/** A drawn photograph: two evidence bags, one seal torn. */
const picture = (caption: string, dpi: number): mupdf.Pixmap => {
  const pdf =
    typeset(`#set page(width: 160mm, height: 110mm, margin: 0mm, fill: gradient.linear(rgb("#8fa39b"), rgb("#c9bfae"), angle: 35deg))
#set text(font: "Noto Sans", size: 10pt)
#place(top + left, dx: 22mm, dy: 24mm, rotate(-4deg, rect(width: 48mm, height: 62mm, fill: rgb("#d8d2c0"), stroke: 1pt + rgb("#8d8878"))))
#place(top + left, dx: 86mm, dy: 22mm, rotate(6deg, rect(width: 48mm, height: 62mm, fill: rgb("#cfc8b4"), stroke: 1pt + rgb("#8d8878"))))
#place(top + left, dx: 30mm, dy: 30mm, rotate(-4deg, circle(radius: 9mm, fill: rgb("#7e2f2b"))))
#place(top + left, dx: 98mm, dy: 30mm, rotate(20deg, polygon(fill: rgb("#7e2f2b"), (0mm, 0mm), (14mm, 2mm), (6mm, 9mm), (12mm, 15mm), (1mm, 16mm))))
#place(bottom + left, dx: 8mm, dy: -6mm, box(fill: rgb("#fffefb"), inset: 2mm)[${caption}])`)
  const document = mupdf.Document.openDocument(pdf, "application/pdf")
  return document.loadPage(0).toPixmap(mupdf.Matrix.scale(dpi / 72, dpi / 72), mupdf.ColorSpace.DeviceRGB, false)
}

const media = (folder: string): void => {
  const wav = join(folder, "voice.wav")
  const words =
    "Это Ерлан. Я видел, как вскрыли второй пакет. Печать была цела, когда мы подписывали. Инспектор попросил нас выйти."
  execFileSync("espeak-ng", ["-v", "ru", "-s", "140", "-w", wav, words])
  execFileSync("ffmpeg", [
    "-v",
    "error",
    "-y",
    "-i",
    wav,
    "-c:a",
    "libopus",
    "-b:a",
    "20k",
    "-metadata",
    "title=Голосовое 41",
    join(out, "Голосовое 2017-10-02.ogg"),
  ])
  execFileSync("ffmpeg", ["-v", "error", "-y", "-i", wav, "-c:a", "aac", "-b:a", "32k", join(out, "voice-note.m4a")])
  execFileSync("ffmpeg", [
    "-v",
    "error",
    "-y",
    "-f",
    "lavfi",
    "-i",
    "color=c=0x46585c:s=320x240:r=12:d=8",
    "-i",
    wav,
    "-shortest",
    "-vf",
    "drawbox=x=40+t*12:y=70:w=90:h=110:color=0xcfc8b4:t=fill,drawbox=x=190:y=80:w=70:h=90:color=0x7e2f2b:t=fill",
    "-c:v",
    "libx264",
    "-pix_fmt",
    "yuv420p",
    "-preset",
    "veryslow",
    "-crf",
    "30",
    "-c:a",
    "aac",
    "-b:a",
    "32k",
    "-movflags",
    "+faststart",
    join(out, "return-of-devices.mp4"),
  ])
}

const write = (name: string, bytes: Uint8Array | string): void => writeFileSync(join(out, name), bytes)

const record = typeset(searchRecord)
write("Протокол обыска.pdf", pdfOfScans([scan(record, 0, 150), scan(record, 1, 150)]))
write("Түсініктеме.pdf", typeset(statement))
write("Акт налоговой проверки.pdf", typeset(taxOrder))
const photo = picture("02.10.2017", 110)
const jpeg = photo.asJPEG(72, false)
write(
  "IMG_2041.jpg",
  exifSegment(jpeg, {
    make: "Demo",
    model: "Phone 3",
    takenAt: "2017:10:02 14:06:00",
    latitude: 50.2839,
    longitude: 57.167,
  }),
)
write("screenshot.png", picture("Сейтқали Д. — 8 701 555 41 17", 72).asPNG())
write(
  "Жалоба.docx",
  zipSync(
    documentParts([
      "Жалоба в прокуратуру (проект)",
      "12 марта 2017 г. Дана Сейтқали задержана у здания суда. Протокол составлен через девять часов.",
      "Просим признать задержание незаконным. Адвокат Б. Токтаров.",
    ]),
    { mtime: new Date("2017-03-14T00:00:00Z") },
  ),
)
write(
  "Опись.xlsx",
  zipSync(
    sheetParts([
      ["№", "Вещь", "Печать", "Возвращено"],
      ["1", "Системный блок", "цела", "02.10.2017"],
      ["2", "Телефон чёрный", "сорвана", "02.10.2017"],
      ["3", "Телефон белый", "сорвана", "02.10.2017"],
    ]),
    { mtime: new Date("2017-10-02T00:00:00Z") },
  ),
)
write("chat.txt", chat)
write("letter.eml", mail(picture("02.10.2017", 50).asJPEG(60, false)))
const scratch = mkdtempSync(join(tmpdir(), "saqta-demo-"))
media(scratch)
rmSync(scratch, { recursive: true })
