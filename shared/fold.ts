const cyrillicFold: Readonly<Record<string, string>> = {
  ә: "а",
  ғ: "г",
  қ: "к",
  ң: "н",
  ө: "о",
  ұ: "у",
  ү: "у",
  һ: "х",
  і: "и",
  ё: "е",
}

/** Lower case, Kazakh letters as a Russian keyboard writes them, ё as е: people type what their layout gives. */
export const foldText = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[әғқңөұүһіё]/g, (letter) => cyrillicFold[letter] ?? letter)
