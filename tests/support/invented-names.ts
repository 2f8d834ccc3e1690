import type { Sex } from "#domain/case-file/person.ts";

/** A word in Belarusian, Russian and English letters, as one word is written in each. */
export type Spelled = readonly [be: string, ru: string, en: string];

/** Given names, common enough to be nobody's. */
export const givenNames: Readonly<Record<Sex, readonly Spelled[]>> = {
  female: [
    ["Алена", "Елена", "Alena"],
    ["Вера", "Вера", "Vera"],
    ["Ганна", "Анна", "Hanna"],
    ["Кацярына", "Екатерина", "Katsiaryna"],
    ["Людміла", "Людмила", "Liudmila"],
    ["Марына", "Марина", "Maryna"],
    ["Надзея", "Надежда", "Nadzeya"],
    ["Паліна", "Полина", "Palina"],
    ["Святлана", "Светлана", "Sviatlana"],
    ["Юлія", "Юлия", "Yuliya"],
  ],
  male: [
    ["Андрэй", "Андрей", "Andrei"],
    ["Аляксей", "Алексей", "Aliaksei"],
    ["Віктар", "Виктор", "Viktar"],
    ["Дзмітрый", "Дмитрий", "Dzmitry"],
    ["Ігар", "Игорь", "Ihar"],
    ["Мікіта", "Никита", "Mikita"],
    ["Павел", "Павел", "Pavel"],
    ["Раман", "Роман", "Raman"],
    ["Сяргей", "Сергей", "Siarhei"],
    ["Яўген", "Евгений", "Yauhen"],
  ],
};

/** Patronymics of one father, for a woman and for a man. */
export const patronymics: readonly Readonly<Record<Sex, Spelled>>[] = [
  { female: ["Андрэеўна", "Андреевна", "Andreyeuna"], male: ["Андрэевіч", "Андреевич", "Andreyevich"] },
  { female: ["Віктараўна", "Викторовна", "Viktarauna"], male: ["Віктаравіч", "Викторович", "Viktaravich"] },
  { female: ["Іванаўна", "Ивановна", "Ivanauna"], male: ["Іванавіч", "Иванович", "Ivanavich"] },
  { female: ["Паўлаўна", "Павловна", "Paulauna"], male: ["Паўлавіч", "Павлович", "Paulavich"] },
  { female: ["Сяргееўна", "Сергеевна", "Siarheyeuna"], male: ["Сяргеевіч", "Сергеевич", "Siarheyevich"] },
];

/** Beginnings of invented family names; any takes any ending. */
export const familyStems: readonly Spelled[] = [
  ["Аржан", "Аржан", "Arzhan"],
  ["Бядул", "Бедул", "Biadul"],
  ["Варатын", "Воротын", "Varatyn"],
  ["Гарадун", "Городун", "Haradun"],
  ["Дрыгуш", "Дрыгуш", "Dryhush"],
  ["Жалудз", "Желуд", "Zhaludz"],
  ["Зарубін", "Зарубин", "Zarubin"],
  ["Ігруш", "Игруш", "Ihrush"],
  ["Каршун", "Коршун", "Karshun"],
  ["Лазічан", "Лозичан", "Lazichan"],
  ["Мурашын", "Мурашин", "Murashyn"],
  ["Недабыл", "Недобыл", "Nedabyl"],
  ["Пагулян", "Погулян", "Pahulian"],
  ["Рудамін", "Рудомин", "Rudamin"],
  ["Скаварын", "Скворин", "Skavaryn"],
  ["Трызнаў", "Тризнов", "Tryznau"],
  ["Хвашчун", "Хвощун", "Khvashchun"],
  ["Церабін", "Теребин", "Tserabin"],
  ["Шаланг", "Шаланг", "Shalanh"],
  ["Ясянін", "Ясенин", "Yasianin"],
];

/** Endings of family names, for a woman and for a man. */
export const familyEndings: readonly Readonly<Record<Sex, Spelled>>[] = [
  { female: ["іч", "ич", "ich"], male: ["іч", "ич", "ich"] },
  { female: ["овіч", "ович", "ovich"], male: ["овіч", "ович", "ovich"] },
  { female: ["ская", "ская", "skaya"], male: ["скі", "ский", "ski"] },
  { female: ["ец", "ец", "ets"], male: ["ец", "ец", "ets"] },
  { female: ["ава", "ова", "ava"], male: ["аў", "ов", "au"] },
  { female: ["чык", "чик", "chyk"], male: ["чык", "чик", "chyk"] },
];

/** Towns, in the nominative. */
export const towns: readonly Spelled[] = [
  ["Мінск", "Минск", "Minsk"],
  ["Гомель", "Гомель", "Homiel"],
  ["Віцебск", "Витебск", "Viciebsk"],
  ["Гродна", "Гродно", "Hrodna"],
  ["Брэст", "Брест", "Brest"],
  ["Магілёў", "Могилёв", "Mahilyow"],
  ["Бабруйск", "Бобруйск", "Babruysk"],
  ["Ліда", "Лида", "Lida"],
];
