import { expect, type Locator, type Page } from "@playwright/test";

/** How somebody works a page. */
export type Hands = {
  press(target: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  choose(select: Locator, value: string): Promise<void>;
};

/** By pointing, as most do. */
export const pointing: Hands = {
  press: (target) => target.click(),
  write: (field, text) => field.fill(text),
  choose: async (select, value) => {
    await select.selectOption(value);
  },
};

/** By keyboard alone: everything has to be reached by Tab. */
export function typing(page: Page): Hands {
  async function reach(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let tabs = 0; tabs < 250; tabs++) {
      if (await target.evaluate((it) => it === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`not to be reached by keyboard: ${target}`);
  }
  return {
    async press(target) {
      await reach(target);
      const isBox = await target.evaluate((it) => it.matches("input[type=radio], input[type=checkbox]"));
      await page.keyboard.press(isBox ? "Space" : "Enter");
    },
    async write(field, text) {
      await reach(field);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.insertText(text);
    },
    async choose(select, value) {
      await reach(select);
      await page.keyboard.press("Home");
      for (let steps = 0; (await select.inputValue()) !== value; steps++) {
        if (steps > 300) throw new Error(`not to be chosen by keyboard: ${value}`);
        await page.keyboard.press("ArrowDown");
      }
    },
  };
}
