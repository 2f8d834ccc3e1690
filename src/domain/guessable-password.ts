// What passwords of twelve characters and more are made of when they are guessed first: a word that everybody uses,
// rows of the keyboard, a year. Such a part counts as one character, however long it is.

const words = [
  ..."password passwort passw0rd parol пароль qwerty йцукен admin administrator root welcome letmein".split(
    " ",
  ),
  ..."iloveyou monkey dragon football princess sunshine master superman batman login secret default".split(
    " ",
  ),
  ..."changeme change test guest user editor reviewer kartateka картатэка картотека".split(" "),
  ..."belarus беларусь белоруссия minsk минск мінск pahonia пагоня zhyve жыве svaboda свабода".split(" "),
  ..."люблю солнышко сонейка привет прывітанне editor redaktor рэдактар редактор".split(" "),
];

const rows = [
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "1234567890",
  "0123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "йцукенгшщзхъ",
  "йцукенгшўзх",
  "фывапролджэ",
  "ячсмитьбю",
  "ячсмітьбю",
  "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
].flatMap((row) => [row, [...row].reverse().join("")]);

const shortestRun = 4;
const leastParts = 6;
const fewestCharacters = 5;

/** Whether a password is among those that are tried first. `known` are names of its owner, which everybody knows. */
export function isGuessable(password: string, known: readonly string[] = []): boolean {
  const text = password.normalize("NFKC").toLowerCase();
  if (new Set(text).size < fewestCharacters) return true;
  // The same short thing again and again.
  if (/^(.{1,8})\1+$/u.test(text)) return true;
  const names = known.map((name) => name.normalize("NFKC").toLowerCase()).filter((name) => name.length > 2);
  return [...collapsed(text, [...names, ...words])].length < leastParts;
}

/** Each guessable part as one character. */
function collapsed(text: string, known: readonly string[]): string {
  let rest = text;
  for (const word of known) rest = rest.replaceAll(word, "•");
  return withoutRuns(rest.replace(/(?:19|20)\d\d/g, "•")).replace(/(.)\1+/gu, "$1");
}

function withoutRuns(text: string): string {
  let rest = "";
  for (let at = 0; at < text.length; ) {
    const length = runAt(text, at);
    rest += length < shortestRun ? text[at] : "•";
    at += length < shortestRun ? 1 : length;
  }
  return rest;
}

/** How many characters from here on stand beside each other in a row. */
function runAt(text: string, at: number): number {
  return Math.max(...rows.map((row) => commonLength(row, row.indexOf(text.charAt(at)), text, at)));
}

function commonLength(row: string, from: number, text: string, at: number): number {
  if (from === -1) return 0;
  let length = 0;
  while (from + length < row.length && row[from + length] === text[at + length]) length++;
  return length;
}
