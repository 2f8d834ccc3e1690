import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createAuth } from "#auth/auth.ts";
import { makeDeviceCookie } from "#auth/device-cookie.ts";
import { hashPassword } from "#auth/password.ts";
import { findSignedIn } from "#auth/session.ts";
import { type Given, type SignInParts, trySignIn } from "#auth/sign-in.ts";
import { addUser, deactivateUser } from "#data/commands/users.ts";
import { forgottenAfter, lanes } from "#domain/sign-in-pace.ts";
import { makeAccount, type TestAccount, testAdministrator } from "../../support/accounts.ts";
import { createTestRegistry, type TestRegistry } from "../../support/registry.ts";

const site = { siteUrl: "https://kartateka.example", secret: "a secret of forty characters, or nearly so" };
const start = Date.UTC(2026, 0, 31, 12);

let database: TestRegistry;
let parts: SignInParts;
let clock = start;
let waits: number[] = [];
beforeAll(async () => {
  database = await createTestRegistry();
  const { registry } = database;
  parts = {
    registry,
    auth: createAuth(registry, site),
    secret: site.secret,
    now: () => new Date(clock),
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
  };
});
afterAll(() => database.drop());

let nina: TestAccount;
beforeEach(async () => {
  await database.registry.signInThrottle.deleteMany();
  nina = await makeAccount(database.registry, "editor");
  clock = start;
  waits = [];
});

const guess = (more: Partial<Given> = {}) =>
  trySignIn(
    {
      login: nina.login,
      password: "a wrong guess",
      address: "203.0.113.1",
      deviceCookie: undefined,
      ...more,
    },
    parts,
  );
const signIn = (more: Partial<Given> = {}) => guess({ password: nina.password, ...more });

/** So many tries by strangers, each when its turn is. */
async function guesses(count: number, more: (index: number) => Partial<Given> = () => ({})) {
  for (let index = 0; index < count; index++) {
    const answer = await guess(more(index));
    if (answer.outcome === "turned-away") clock += answer.seconds * 1000;
  }
}

describe("signing in", () => {
  test("makes a session", async () => {
    const answer = await signIn({ login: `  ${nina.login.toUpperCase()} ` });
    expect(answer).toEqual({
      outcome: "signed-in",
      userId: nina.id,
      login: nina.login,
      cookie: { name: "__Host-kartateka-session", value: expect.stringMatching(/^\w{32}\.[\w+/]{43}=$/) },
    });
    if (answer.outcome !== "signed-in") throw new Error("not signed in");
    const { name, value } = answer.cookie;
    const signedIn = await findSignedIn(`${name}=${encodeURIComponent(value)}`, {
      ...parts,
      now: new Date(),
    });
    expect(signedIn).toMatchObject({ id: nina.id });
  });

  test("answers an unknown name, a deactivated account and a wrong password alike", async () => {
    const gone = await makeAccount(database.registry, "editor");
    await deactivateUser(database.registry, { userId: gone.id, actor: testAdministrator });
    expect(await guess()).toEqual({ outcome: "wrong" });
    for (const more of [
      { login: "nobody" },
      { login: "Nobody at all!" },
      { login: "" },
      { login: "x".repeat(10_000) },
      { login: "nobody@elsewhere.invalid" },
      { login: gone.login, password: gone.password },
      { password: "" },
      { password: `${nina.password} ` },
      { password: "x".repeat(100_000) },
    ]) {
      expect(await guess(more), JSON.stringify(more).slice(0, 60)).toEqual({ outcome: "wrong" });
    }
    expect(await database.registry.session.count({ where: { userId: { in: [nina.id, gone.id] } } })).toBe(0);
  });

  test("leaves no session when the password becomes another one meanwhile", async () => {
    const { owner, registry } = database;
    await owner.$executeRawUnsafe(
      `create function reset_meanwhile() returns trigger language plpgsql security definer as
       $$ begin update account set password = 'another' where user_id = new.user_id; return new; end $$`,
    );
    await owner.$executeRawUnsafe(
      "create trigger reset_meanwhile before insert on session for each row execute function reset_meanwhile()",
    );
    try {
      expect(await signIn()).toEqual({ outcome: "wrong" });
    } finally {
      await owner.$executeRawUnsafe("drop trigger reset_meanwhile on session");
      await owner.$executeRawUnsafe("drop function reset_meanwhile");
    }
    expect(await registry.session.count({ where: { userId: nina.id } })).toBe(0);
  });

  test("takes as long for an unknown name as for a wrong password", async () => {
    const time = async (login: string) => {
      const before = performance.now();
      await guess({ login, address: login });
      return performance.now() - before;
    };
    const wrong: number[] = [];
    const unknown: number[] = [];
    for (let index = 0; index < 15; index++) {
      wrong.push(await time(nina.login));
      unknown.push(await time(`nobody${index}`));
      await database.registry.signInThrottle.deleteMany();
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[7] ?? 0;
    // Without its hash the one would take a tenth of the other.
    expect(median(unknown)).toBeGreaterThan(median(wrong) / 2);
    expect(median(unknown)).toBeLessThan(median(wrong) * 2);
  });

  test("takes a password however the keyboard writes it", async () => {
    await addUser(database.registry, {
      login: "composed",
      name: "Й",
      role: "editor",
      passwordHash: await hashPassword("мой ціхі двор".normalize("NFC")),
      actor: testAdministrator,
    });
    expect(await guess({ login: "composed", password: "мой ціхі двор".normalize("NFD") })).toMatchObject({
      outcome: "signed-in",
    });
  });
});

describe("tries of a password", () => {
  test("are slowed after the first few, and no more than by some seconds", async () => {
    const { free, longest } = lanes.pair;
    await guesses(free);
    expect(waits).toEqual([]);
    await guess();
    expect(waits).toEqual([1000]);
    clock += 60_000;
    await guesses(20);
    clock += 60_000;
    waits = [];
    await guess();
    await guess();
    expect(waits).toEqual([longest * 1000]);
  });

  test("that would wait for too long are turned away, and told when to come again", async () => {
    let answer = await guess();
    while (answer.outcome === "wrong") answer = await guess();
    expect(answer).toEqual({ outcome: "turned-away", seconds: expect.any(Number) });
    if (answer.outcome !== "turned-away") throw new Error("signed in by guessing");
    expect(await signIn()).toEqual(answer);
    clock += answer.seconds * 1000;
    expect(await signIn()).toMatchObject({ outcome: "signed-in" });
  });

  test("at once have turns of their own", async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => guess()));
    const looked = answers.filter(({ outcome }) => outcome === "wrong");
    expect(looked.length).toBeLessThanOrEqual(lanes.pair.free + 3);
    expect(answers.filter(({ outcome }) => outcome === "turned-away").length).toBe(60 - looked.length);
    expect(new Set(waits).size).toBe(waits.length);
  });

  test("from ever new addresses are slowed by the name", async () => {
    await guesses(lanes.account.free, (index) => ({ address: `203.0.113.${index}` }));
    expect(waits).toEqual([]);
    await guess({ address: "198.51.100.1" });
    await guess({ address: "198.51.100.2" });
    expect(waits).toEqual([1000, 3000]);
  });

  test("of ever new names are slowed by the address, and in IPv6 by its network", async () => {
    const { free } = lanes.address;
    await guesses(free, (index) => ({ login: `name${index}`, address: `2001:db8:1:2::${index}` }));
    await guess({ login: "another", address: "2001:0db8:0001:0002:ffff::1" });
    expect(waits).toEqual([1000]);
    waits = [];
    await guess({ login: "another", address: "2001:db8:1:3::1" });
    await guess({ login: "another", address: undefined });
    expect(waits).toEqual([]);
  });

  test("by strangers don't slow the owner's own browser", async () => {
    const deviceCookie = makeDeviceCookie(nina.login, site.secret);
    await guesses(40, (index) => ({ address: `203.0.113.${index % 7}` }));
    waits = [];
    expect(await signIn({ deviceCookie })).toMatchObject({ outcome: "signed-in" });
    expect(waits).toEqual([]);
  });

  test("by strangers never lock the owner out of a new browser", async () => {
    await guesses(40, (index) => ({ address: `203.0.113.${index}` }));
    // Three of them go on, as fast as they may, while the owner tries again as soon as there is a turn.
    const nextTry = [0, 0, 0].map(() => clock);
    let owner = clock;
    for (const end = clock + 60_000; clock < end; clock += 1000) {
      for (const [index, at] of nextTry.entries()) {
        if (at > clock) continue;
        const answer = await guess({ address: `203.0.113.${index}` });
        nextTry[index] = clock + (answer.outcome === "turned-away" ? answer.seconds * 1000 : 1000);
      }
      if (owner > clock) continue;
      const answer = await signIn({ address: "198.51.100.7" });
      if (answer.outcome === "signed-in") return;
      owner = clock + (answer.outcome === "turned-away" ? answer.seconds * 1000 : 0);
    }
    throw new Error("the owner was kept out for a minute");
  });

  test("from a known browser are slowed as well, and it is known for its own name only", async () => {
    const deviceCookie = makeDeviceCookie(nina.login, site.secret);
    await guesses(lanes.device.free, () => ({ deviceCookie }));
    await guess({ deviceCookie });
    expect(waits).toEqual([1000]);
    const other = await makeAccount(database.registry, "editor");
    waits = [];
    await guesses(lanes.pair.free + 1, () => ({ login: other.login, deviceCookie }));
    expect(waits).toEqual([1000]);
  });

  test("that were right aren't counted, and leave the count of those before as it is", async () => {
    for (let index = 0; index < 10; index++) expect(await signIn()).toMatchObject({ outcome: "signed-in" });
    expect(waits).toEqual([]);
    expect(await database.registry.signInThrottle.count()).toBe(0);
    await guesses(lanes.pair.free);
    const counts = () => database.registry.signInThrottle.findMany({ select: { failures: true } });
    const before = await counts();
    clock += 60_000;
    expect(await signIn()).toMatchObject({ outcome: "signed-in" });
    expect(await counts()).toEqual(before);
  });

  test("are forgotten after a while, and written down under neither name nor address", async () => {
    await guesses(lanes.pair.free + 2);
    const rows = await database.registry.signInThrottle.findMany();
    expect(rows.length).toBe(4);
    for (const { key } of rows) expect(key).toMatch(/^[0-9a-f]{64}$/);
    clock += forgottenAfter + 60_000;
    waits = [];
    await guess({ login: "another", address: "198.51.100.1" });
    expect(await signIn({ address: "198.51.100.2" })).toMatchObject({ outcome: "signed-in" });
    expect(waits).toEqual([]);
    const left = await database.registry.signInThrottle.findMany();
    expect(left.every((row) => !rows.some(({ key }) => key === row.key))).toBe(true);
  });
});
