// The checker's form. All else on the page works without this script; it only adds comforts at the end.

const data = JSON.parse(document.getElementById("data").textContent);
const form = document.getElementById("form");

// A new element with its attributes and what is in it. Texts stay texts.
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

// ------------------------------------------------------------------ the form

function answersGiven() {
  return Object.fromEntries([...new FormData(form)].filter(([, option]) => option !== ""));
}

function update() {
  const answers = answersGiven();
  const { questions } = data.rules;
  const asked = questions.filter((question) => applies(data.rules, question, answers));
  for (const question of questions) {
    document.getElementById(`question-${question.id}`).hidden = !asked.includes(question);
  }
  const count = asked.filter((question) => answers[question.id] !== undefined).length;
  document.getElementById("answered").textContent = filled(data.words.answered, { count, questions: asked.length });
  showResult(answers, diagnose(data.rules, answers));
}

const pasted = document.getElementById("pasted");
const picked = document.getElementById("picked");

function showMessage() {
  if (!picked) {
    return;
  }
  const known = document.getElementById(`message-${picked.value}`);
  const said = document.getElementById("recognised");
  said.hidden = !known && pasted.value.trim() === "";
  if (known) {
    const text = element("b", {}, known.querySelector("[data-shown]").textContent);
    const meaning = [...known.querySelectorAll("[data-meaning]")].map((part) => part.cloneNode(true));
    said.replaceChildren(element("p", {}, `${data.words.recognised}: `, text), ...meaning);
  } else {
    said.replaceChildren(data.words.not_recognised);
  }
}

// ---------------------------------------------------------------- the result

// As many reasons are shown before the rest is folded away.
const SHOWN = 4;

function showResult(answers, finding) {
  const nothing = Object.keys(answers).length === 0;
  for (const outcome of ["unknown", "contradiction"]) {
    document.getElementById(outcome).hidden = nothing || finding.outcome !== outcome;
  }
  document.getElementById("contradictions").replaceChildren(
    ...finding.contradictions.map((text) => element("li", {}, text)),
  );
  const cards = finding.reasons.map((reason, place) => reasonCard(reason, place === 0 && finding.outcome === "found"));
  const rest = element("details", {}, element("summary", {}, data.words.show_all_reasons), ...cards.splice(SHOWN));
  document.getElementById("reasons").replaceChildren(...(nothing ? [] : [...cards, rest, ...ruledOut(finding)]));
  document.getElementById("headline").textContent = nothing ? data.words.nothing_answered : headline(finding);
  document.getElementById("case").hidden = nothing;
  document.getElementById("code").textContent = caseCode(data.rules, data.edition, answers);
}

// The result in a line: what a screen reader says when it changes.
function headline({ outcome, reasons }) {
  const [first] = reasons;
  const found = () => `${data.verdicts[first.verdict]}: ${data.topics[first.topic].title}`;
  return outcome === "found" ? found() : data.words[outcome];
}

function reasonCard({ topic, score, verdict, because, against }, leads) {
  const { title, show } = data.topics[topic];
  const sure = verdict === "very-likely" || verdict === "likely";
  const said = [data.verdicts[verdict], ...listed(data.words.because, because)];
  const filling = element("span", {});
  // Grows with the score: a picture of the order, no probability. As in src/rules/finding.rs.
  filling.style.width = `${Math.max(2, 100 / (1 + 10 ** (-score / 20)))}%`;
  return element(
    "section",
    { class: leads ? "box leads" : "box", "data-topic": topic },
    ...(leads ? [element("p", { class: "remark" }, sure ? data.words.most_likely : data.words.first_look)] : []),
    element("h3", {}, picture(topic), " ", element("a", { href: `#topic-${topic}` }, title)),
    element("div", { class: "bar", "aria-hidden": "true" }, filling),
    element("p", { class: "remark" }, said.join(" · ")),
    ...listed(data.words.against, against).map((text) => element("p", { class: "remark" }, text)),
    ...(leads ? [element("p", {}, element("a", { class: "button", href: `#topic-${topic}` }, show))] : []),
  );
}

// `Because: one · two`, or nothing.
function listed(label, texts) {
  return texts.length > 0 ? [`${label}: ${texts.join(" · ")}`] : [];
}

function ruledOut({ ruled_out: out }) {
  const parts = out.map(({ topic, because }) => `${data.topics[topic].title} (${because.join(" · ")})`);
  return out.length > 0
    ? [element("p", { class: "remark" }, element("b", {}, data.words.ruled_out), ` ${parts.join(" · ")}`)]
    : [];
}

function picture(topic) {
  return document.querySelector(`#topic-${topic} .icon`).cloneNode(true);
}

form.addEventListener("input", (event) => {
  if (event.target === pasted) {
    picked.value = recognise(data.rules, pasted.value) || "";
    showMessage();
  } else if (event.target === picked) {
    pasted.value = picked.value ? picked.selectedOptions[0].textContent : "";
    showMessage();
  }
  update();
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => {
  // After the browser has emptied the form.
  setTimeout(() => {
    showMessage();
    update();
  });
});
form.hidden = false;
document.body.classList.add("weighs");
update();

// -------------------------------------------------------------- the comforts

const title = document.title;

// The page's title says which page is open, and a question that was linked to is unfolded.
function arrive() {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  const page = target && target.closest(".page");
  document.title = page ? `${page.querySelector("h2").textContent} · ${title}` : title;
  if (target && target.tagName === "DETAILS") {
    target.open = true;
  }
  for (const link of document.querySelectorAll("nav a")) {
    if (page && link.hash === `#${page.id}`) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  }
}

addEventListener("hashchange", arrive);
arrive();
