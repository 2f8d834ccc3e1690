import { expect, test } from "vitest";
import { partsOf } from "./parts-of.ts";

test.each([
  // Capitals are the family name, wherever they stand.
  ["Марыя Аляксандраўна КАЛЕСНIКАВА", "Марыя", "Аляксандраўна", "КАЛЕСНIКАВА"],
  ["Maria KALESNIKAVA", "Maria", undefined, "KALESNIKAVA"],
  // Two words: the second is the family name.
  ["Марыя Калеснікава", "Марыя", undefined, "Калеснікава"],
  ["Якуб Колас", "Якуб", undefined, "Колас"],
  // The patronymic stands after the given name, and the family name on either side of the two.
  ["Марыя Аляксандраўна Калеснікава", "Марыя", "Аляксандраўна", "Калеснікава"],
  ["Калеснікава Марыя Аляксандраўна", "Марыя", "Аляксандраўна", "Калеснікава"],
  ["Колесникова Мария Александровна", "Мария", "Александровна", "Колесникова"],
  ["Bialiatski Ales Viktaravich", "Ales", "Viktaravich", "Bialiatski"],
  ["Aleś Viktaravič Bialacki", "Aleś", "Viktaravič", "Bialacki"],
  ["Янка Дамінікавіч Луцэвіч", "Янка", "Дамінікавіч", "Луцэвіч"],
  ["Луцэвіч Іван Дамінікавіч", "Іван", "Дамінікавіч", "Луцэвіч"],
  ["Владимир Ильич Ленин", "Владимир", "Ильич", "Ленин"],
  ["Vera Ilinichna Ivanova", "Vera", "Ilinichna", "Ivanova"],
  ["Гейдар Алирза оглы Алиев", "Гейдар", "Алирза оглы", "Алиев"],
  // Without a patronymic the last word is the family name, with the particles before it.
  ["Леапольд Седар Сенгор", "Леапольд Седар", undefined, "Сенгор"],
  ["Шарль дэ Голь", "Шарль", undefined, "дэ Голь"],
  ["Ursula von der Leyen", "Ursula", undefined, "von der Leyen"],
  ["Ле Корбюзье", "Ле", undefined, "Корбюзье"],
  ["Дыяген", undefined, undefined, "Дыяген"],
])("%s", (text, given, patronymic, family) => {
  expect(partsOf(text)).toEqual({ given, patronymic, family });
});
