import { describe, expect, test } from "vitest";
import { wordsOf } from "#domain/names/letters.ts";
import { soundsOf } from "#domain/names/sounds.ts";
import { sounded, wordDistance } from "#domain/names/word-distance.ts";

const soundsIn = (text: string) => wordsOf(text).map(soundsOf).join(" ");

function distance(a: string, b: string): number {
  return wordDistance(sounded(soundsIn(a)), sounded(soundsIn(b)));
}

/** Up to here two words are spellings of one; another letter costs about 1. */
const oneWord = 0.45;

describe("one word in all that is written officially and in the press", () => {
  // Belarusian and Russian first; then Łacinka, the instructions of 2000 and 2007, passports, BGN/PCGN, ALA-LC and the
  // English press, as far as they differ.
  test.each([
    "Калеснікава Колесникова Kaleśnikava Kalesnikava Kolesnikova",
    "Ціханоўская Тихановская Cichanoŭskaja Tsikhanouskaya Tsikhanouskaia Tsikhanowskaya T͡sikhanoŭskai͡a Tikhanovskaya",
    "Бяляцкі Беляцкий Bialacki Bialiacki Bialiatski Byalyatski Bi͡ali͡atski Belyatskiy Beliatsky",
    "Пратасевіч Протасевич Pratasievič Pratasevich Protasevich",
    "Быкаў Быков Bykaŭ Bykau Bykaw Bykov",
    "Караткевіч Короткевич Karatkievič Karatkevich Karatkyevich Korotkevich",
    "Багдановіч Богданович Bahdanovič Bahdanovich Bogdanovich",
    "Гарэцкі Горецкий Harecki Haretski Harėtski Goretskiy Goretsky",
    "Цвікевіч Цвикевич Ćvikievič Tsvikevich",
    "Шчарбакоў Щербаков Ščarbakoŭ Shcharbakou Shcharbakow Shcherbakov",
    "Жураўлёў Журавлёв Журавлев Žuraŭloŭ Zhurauliou Zhurawlyow Zhurauli͡oŭ Zhuravlyov Zhuravlev",
    "Салаўёў Соловьёв Соловьев Sałaŭjoŭ Salauyou Salawyow Solovyov Solovyev",
    "Лук’янаў Лук'янаў Лукьянов Łukjanaŭ Lukyanau Lukianau Lukʹi͡anaŭ Lukyanov Lukianov",
    "Грыгор’еў Григорьев Hryhorjeŭ Hryhoryeu Grigoryev Grigoriev",
    "Ахрэмчык Охремчик Achremčyk Akhremchyk Okhremchik",
    "Аўчыннікаў Овчинников Aŭčynnikaŭ Auchynnikau Auchynnikaŭ Awchynnikaw Ovchinnikov",
    "Дзядзькоў Дядьков Dziadźkoŭ Dziadzkou Dzyadz’kow Dyadkov",
    "Сцяпанаў Степанов Ściapanaŭ Stsiapanau Stsyapanaw Stepanov",
    "Чыж Чиж Čyž Chyzh Chizh",
    "Юшкевіч Юшкевич Juškievič Yushkevich Iushkevich",
    "Яўсеенка Евсеенко Jaŭsiejenka Yauseyenka Yawsyeyenka Yevseyenko Evseenko",
    "Ўласаў Власов Ułasaŭ Ulasau Vlasov",
    "Уладзіміраў Владимиров Uładzimiraŭ Uladzimirau Vladimirov",
    "Воўк Волк Voŭk Vouk Vowk Volk",
    "Наумаў Навумаў Наумов Naumaŭ Naumau Naumov",
    "Ёсіфаў Иосифов Josifaŭ Yosifau Iosifov",
    "Высоцкі Высоцкий Vysocki Vysotski Vysotskiy Vysotsky Wysocki",
    "Брацкі Братский Bracki Bratski Bratskiy",
    "Міцкевіч Мицкевич Mickievič Mitskevich Mickiewicz",
    "Братчыкаў Братчиков Bratčykaŭ Bratchykau Bratchikov",
    "Перавозчыкаў Перевозчиков Pieravozčykaŭ Peravozchykau Perevozchikov",
    "Падлужны Подлужный Padłužny Padluzhny Podluzhnyy Podluzhny",
    "Мрый Mryj Mryi Mryy",
    "Хадкевіч Ходкевич Chadkievič Khadkevich Khodkevich Hodkevich Chodkiewicz",
    "Тоўсты Толстой Toŭsty Tousty Towsty Tolstoy Tolstoi",
    "Пуставы Пустовой Pustavy Pustovoy Pustovoi",
    "Церах Терех Cierach Tserakh Terekh",
  ])("%s", (row) => {
    const writings = row.split(" ");
    const apart = writings.flatMap((a) =>
      writings.filter((b) => distance(a, b) > oneWord).map((b) => `${a} ${b} ${distance(a, b)}`),
    );
    expect(apart).toEqual([]);
  });

  // The classical orthography marks softness before soft consonants and keeps foreign words otherwise.
  test.each([
    ["Зьміцер", "Зміцер"],
    ["Сьвятлана", "Святлана"],
    ["Лявонцьеў", "Лявонцеў"],
    ["Кастусь", "Кастусь"],
    ["Васіль", "Васiль"],
    ["Зянон Пазьняк", "Зянон Пазняк"],
    ["Ґанчароў", "Ганчароў"],
  ])("%s is %s in the other orthography", (classical, official) => {
    expect(distance(classical, official)).toBeLessThan(0.01);
  });

  test.each([
    ["Cichanoŭskaja", "Cichanouskaja"],
    ["Тихановская", "Cichanouskaja"],
    ["Kaleśnikava", "Kalesnikava"],
    ["Bahdanovič", "Bahdanovic"],
    ["Ćvikievič", "Cvikievic"],
  ])("%s is %s without the marks of Łacinka", (marked, plain) => {
    expect(distance(marked, plain)).toBeLessThanOrEqual(oneWord);
  });
});

// A visitor may have the name from a newspaper in another language: near enough to be found, if not for sure.
describe("what other languages' newspapers write is at most a letter apart", () => {
  test.each([
    ["Лукашенко", "Lukaschenko"],
    ["Лукашенко", "Łukaszenka"],
    ["Лукашэнка", "Łukaszenko"],
    ["Колесникова", "Kolesnikowa"],
    ["Бяляцкі", "Bjaljazki"],
    ["Бяляцкі", "Białacki"],
    ["Тихановская", "Tichanowskaja"],
    ["Ціханоўская", "Zichanouskaja"],
    ["Ціханоўская", "Cichanouska"],
    ["Тихановская", "Tikhanovskaïa"],
    ["Алексиевич", "Alexijewitsch"],
    ["Щербаков", "Schtscherbakow"],
    ["Щербаков", "Chtcherbakov"],
    ["Щербаков", "Szczerbakow"],
    ["Черкасова", "Tcherkasova"],
    ["Пачобут", "Poczobut"],
    ["Андрэй", "Andrzej"],
    ["Джугашвили", "Dschugaschwili"],
    ["Купала", "Koupala"],
    ["Ходкевич", "Chodkiewicz"],
    ["Шевцов", "Chevtsov"],
    ["Лукашенко", "Lukasenka"],
    ["Жук", "Zuk"],
    ["Петров", "Petroff"],
  ])("%s, %s", (word, foreign) => {
    expect(distance(word, foreign)).toBeLessThanOrEqual(1.05);
  });
});

describe("words that differ stay apart", () => {
  test.each([
    ["Ігар", "Рыгор"],
    ["Ігар", "Ягор"],
    ["Марыя", "Марына"],
    ["Бык", "Бук"],
    ["Дашук", "Дашкевіч"],
    ["Барысаў", "Барысенка"],
    ["Лисовский", "Лесовский"],
    ["Гадкевіч", "Хадкевіч"],
    ["Сымко", "Шымко"],
    ["Дзянькоў", "Зянькоў"],
    ["Жук", "Чук"],
    ["Шыла", "Шула"],
    ["Kot", "Kit"],
  ])("%s, %s", (a, b) => {
    expect(distance(a, b)).toBeGreaterThan(oneWord);
  });
});

describe("a word as sounds", () => {
  test("has one sign for a doubled consonant, and both of two vowels", () => {
    expect(soundsIn("Наталля")).toBe(soundsIn("Наталя"));
    expect(soundsIn("Anna")).toBe(soundsIn("Ana"));
    expect(soundsIn("Исаак")).not.toBe(soundsIn("Исак"));
  });

  test("is the same with any apostrophe, soft sign and accent, or none", () => {
    for (const text of ["Соф'я", "Соф’я", "Софʼя", "Соф`я", "Софья", "Софъя", "Со́фья"]) {
      expect(soundsIn(text), text).toBe(soundsIn("Софя"));
    }
    for (const text of ["T͡sikhanouskai͡a", "Tsikhanouskaia", "Tsı\u0307khanouskaia"]) {
      expect(soundsIn(text), text).toBe(soundsIn("Tsikhanouskaia"));
    }
  });

  test("is that of its script where letters of the other one stand in it", () => {
    expect(soundsIn("Кaлecнiкaвa")).toBe(soundsIn("Калеснікава"));
    expect(soundsIn("ĸалеснікава")).toBe(soundsIn("Калеснікава"));
    expect(soundsIn("Kаlеsnіkаva")).toBe(soundsIn("Kalesnikava"));
    expect(soundsIn("Rаманюк")).toBe(soundsIn("Раманюк").replace(/^./, "r"));
  });

  test("takes c and ch for what they always are in Łacinka, and leaves them open elsewhere", () => {
    expect(soundsIn("Chadkievič Cvikievič")).toBe(soundsIn("Хадкевіч Цвікевіч"));
    expect(soundsIn("Chernov")).toBe("Hernov");
    expect(soundsIn("Carol")).toBe("Karol");
  });

  test("ends where no name is longer", () => {
    expect(soundsIn("ка".repeat(5_000)).length).toBeLessThanOrEqual(80);
  });

  test("is nothing where no letter is read", () => {
    for (const text of ["ь", "ъ", "日本", "שלום"]) expect(soundsIn(text)).toBe("");
  });
});
