// The HTML edition in a real browser: node test.mjs EDITION.html OUTCOMES CHROMIUM
// OUTCOMES is a file with what the rules module says, line by line, as tests/browser/outcomes.rs writes it.
import assert from "node:assert/strict";
import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { chromium } from "playwright-core";

const [file, outcomes, executablePath] = process.argv.slice(2);
const address = pathToFileURL(resolve(file)).href;
const browser = await chromium.launch({ executablePath });

// Opens the edition at a place in it. Whatever is asked for or complained about is a failure.
async function open(place = "", options = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, ...options });
  const page = await context.newPage();
  page.on("console", (message) => assert.fail(`the console says: ${message.text()}`));
  page.on("pageerror", (error) => assert.fail(`the script fails: ${error}`));
  page.on("request", (request) => assert.ok(request.url().startsWith(address), `asks for ${request.url()}`));
  await page.goto(address + place);
  return page;
}

// Opens the edition, looks at it, and closes it again.
async function look(place, options, check) {
  const page = await open(place, options);
  const seen = await check(page);
  await page.context().close();
  return seen;
}

async function step(name, check) {
  const start = performance.now();
  const said = await check();
  console.log(`${name}: ${said} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

// Groups of the lines of the file with the outcomes.
async function* batches(size) {
  let batch = [];
  for await (const line of createInterface({ input: createReadStream(outcomes) })) {
    batch.push(line);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) {
    yield batch;
  }
}

// In the page: which of these lines does its engine see otherwise?
function differing(lines) {
  const { rules, edition } = data;
  return lines.filter((line) => {
    const said = JSON.parse(line);
    if (said.text !== undefined) {
      return recognise(rules, said.text) !== said.message;
    }
    const finding = JSON.stringify(diagnose(rules, said.answers));
    return finding !== JSON.stringify(said.finding) || caseCode(rules, edition, said.answers) !== said.code;
  });
}

// In the page: answers the form with these, and reads what it shows.
function answered(answers) {
  form.reset();
  for (const [question, option] of Object.entries(answers)) {
    form.elements[question].value = option;
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
  const shown = (id) => document.getElementById(id).checkVisibility();
  return {
    outcome: ["unknown", "contradiction"].find(shown) || "found",
    contradictions: [...document.querySelectorAll("#contradictions li")].map((item) => item.textContent),
    topics: [...document.querySelectorAll("#reasons [data-topic]")].map((card) => card.dataset.topic),
    code: document.getElementById("code").textContent,
  };
}

await step("the same findings as the rules module", async () => {
  const page = await open();
  let [combinations, texts, recognised] = [0, 0, 0];
  for await (const lines of batches(2000)) {
    const found = await page.evaluate(differing, lines);
    assert.equal(found.length, 0, `${found.length} differ, among them ${found[0]}`);
    const pasted = lines.filter((line) => line.startsWith('{"text"'));
    combinations += lines.length - pasted.length;
    texts += pasted.length;
    recognised += pasted.filter((line) => !line.endsWith('"message":null}')).length;
  }
  assert.ok(combinations >= 100_000 && recognised > 0 && recognised < texts, "too few to tell");
  await page.context().close();
  return `${combinations} combinations and ${texts} texts (${recognised} recognised), none differing`;
});

await step("the form shows what the engine finds", async () => {
  const [lines] = [(await batches(300).next()).value];
  await look("#checker", {}, async (page) => {
    for (const { answers, finding, code } of lines.map((line) => JSON.parse(line))) {
      const shown = await page.evaluate(answered, answers);
      const nothing = Object.keys(answers).length === 0;
      assert.equal(shown.outcome, nothing ? "found" : finding.outcome);
      assert.deepEqual(shown.contradictions, nothing ? [] : finding.contradictions);
      assert.deepEqual(shown.topics, nothing ? [] : finding.reasons.map(({ topic }) => topic));
      assert.equal(shown.code, code);
    }
  });
  return `${lines.length} combinations`;
});

await step("the form by keyboard alone", async () => {
  const page = await open();
  const focused = () => page.evaluate(() => document.activeElement.name || document.activeElement.id || document.activeElement.textContent);
  const tabTo = async (name) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press("Tab");
      if ((await focused()) === name) {
        return;
      }
    }
    assert.fail(`Tab does not lead to ${name}`);
  };
  await tabTo("Checker");
  await page.keyboard.press("Enter");
  assert.ok(await page.locator("#form").isVisible(), "the checker is open");
  await tabTo("pasted");
  await page.keyboard.type("only freinds can send mesages to each other");
  assert.equal(await page.locator("#picked").inputValue(), "only-friends");
  assert.ok(await page.locator("#recognised").isVisible());
  await tabTo("who");
  await page.keyboard.press("Space");
  await tabTo("follow");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator('input[name="follow"]:checked').inputValue(), "only-me");
  assert.match(await page.locator("#headline").textContent(), /^Very likely: /);
  assert.equal(await page.locator("#reasons .leads").getAttribute("data-topic"), "not-friends");
  await tabTo("Start over");
  await page.keyboard.press("Enter");
  await page.locator("#case").waitFor({ state: "hidden" });
  assert.equal(await page.locator("#pasted").inputValue(), "");
  await page.context().close();
  return "from the first page to a finding and back";
});

await step("nothing foreign runs, nothing is sent", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  const tried = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.body.append(script);
    const sent = await fetch("https://www.tiktok.com/").then(() => true, () => false);
    const image = await new Promise((done) => {
      const made = new Image();
      made.onload = () => done(true);
      made.onerror = () => done(false);
      made.src = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
    });
    return { ran: window.ran === true, sent, image };
  });
  assert.deepEqual(tried, { ran: false, sent: false, image: false });
  await context.close();
  return "script, request and picture refused";
});

const pages = await look("", {}, (page) => page.$$eval(".page", (all) => all.map(({ id }) => `#${id}`)));
const everyPlace = ["", ...pages, "#everything"];

await step("no overflow", async () => {
  for (const [width, size] of [[360, 100], [360, 200], [640, 100], [1200, 100]]) {
    await look("", { viewport: { width, height: 800 } }, async (page) => {
      // Set by the test's own style sheet: the edition takes its sizes from the browser's text size.
      await page.evaluate((size) => (document.documentElement.style.fontSize = `${size}%`), size);
      await page.evaluate(answered, { follow: "only-me", who: "one-person", message: "only-friends" });
      await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
      for (const place of everyPlace) {
        await page.goto(address + place);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${place} is ${wide} wide in ${width}, text at ${size} %`);
      }
    });
  }
  return `${everyPlace.length} places at 360, 640 and 1200 wide, at 360 also with text at 200 %`;
});

await step("axe-core", async () => {
  let passed = 0;
  for (const colorScheme of ["light", "dark"]) {
    await look("", { colorScheme }, async (page) => {
      await page.evaluate(axe.source);
      await page.evaluate(answered, { follow: "only-me", who: "one-person", message: "only-friends" });
      await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
      for (const place of ["", "#checker", "#topic-own-privacy", "#everything"]) {
        await page.evaluate((place) => (location.hash = place), place);
        const { violations, passes } = await page.evaluate(() => axe.run());
        const said = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0].html}`);
        assert.deepEqual(said, [], `${place} in ${colorScheme}`);
        passed += passes.length;
      }
    });
  }
  return `no violation, ${passed} rules passed`;
});

await step("without scripts", async () => {
  await look("", { javaScriptEnabled: false }, async (page) => {
    const open = () => page.locator("h2:visible").count();
    for (const place of pages) {
      await page.goto(address + place);
      assert.ok((await page.locator(place).isVisible()) && (await open()) === 1, `${place} alone is open`);
    }
    await page.goto(`${address}#checker`);
    assert.ok(await page.locator("#checker .by-eye").isVisible(), "the rules stand there to be read");
    assert.ok(await page.locator("#form").isHidden(), "no form that does nothing");
    await page.goto(`${address}#everything`);
    assert.equal(await open(), pages.length);
  });
  return `${pages.length} pages, each alone and all together`;
});

await step("on paper", async () => {
  const sheets = async (place) =>
    look(place, {}, async (page) => (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type ?\/Page\b/g).length);
  const [one, all] = [await sheets("#topic-own-privacy"), await sheets("#everything")];
  assert.ok(one <= 4 && all > pages.length, `${one} and ${all} sheets`);
  await look("#topic-own-privacy", { colorScheme: "dark" }, async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator("nav").isHidden(), "a leaflet has no menu");
    assert.equal(await page.locator("h2:visible").count(), 1, "a leaflet is about one topic");
    const ink = await page.evaluate(() => getComputedStyle(document.body).color);
    assert.equal(ink, await look("", {}, (light) => light.evaluate(() => getComputedStyle(document.body).color)));
  });
  return `one topic on ${one} sheets, everything on ${all}`;
});

await browser.close();
