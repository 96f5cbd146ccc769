// Weighs answers and recognises messages as the program does: src/rules/weigh.rs and recognise.rs, line by line.
// `rules` is what src/rules/exported.rs writes. Nothing here knows the page.

// ------------------------------------------------------------------ weighing

// The finding for these answers: an object from question to option. What is not in it is not answered.
function diagnose(rules, answers) {
  const chosen = setAside(rules, given(rules, answers));
  const ranked = [];
  const ruledOut = [];
  const conflicts = [];
  rules.reasons.forEach((reason, place) => {
    const signs = reason.signs.filter((sign) => signHolds(sign, chosen));
    const out = texts(signs.filter((sign) => sign.adds === null));
    if (out.length === 0) {
      ranked.push({ place, prior: reason.prior, ...weighed(rules, reason, signs) });
      return;
    }
    const proof = signs.find((sign) => sign.proves);
    if (proof) {
      conflicts.push(filled(rules.conflict, { proof: proof.because, excluded: out[0] }));
    }
    ruledOut.push({ topic: reason.topic, because: out });
  });
  ranked.sort((one, other) => other.score - one.score || other.prior - one.prior || one.place - other.place);
  const declared = rules.clashes.filter((clash) => allHold(clash.when, chosen)).map((clash) => clash.text);
  const contradictions = declared.length > 0 ? declared : conflicts;
  return {
    outcome: outcome(rules, contradictions, ranked[0]),
    contradictions,
    reasons: ranked.map(({ topic, score, verdict, because, against }) => ({ topic, score, verdict, because, against })),
    ruled_out: ruledOut,
  };
}

function outcome(rules, contradictions, first) {
  if (contradictions.length > 0) {
    return "contradiction";
  }
  const unlikely = rules.verdicts[rules.verdicts.length - 1][0];
  const found = first && first.because.length > 0 && first.verdict !== unlikely;
  return found ? "found" : "unknown";
}

function weighed(rules, reason, signs) {
  const score = signs.reduce((sum, sign) => sum + sign.adds, reason.prior);
  return {
    topic: reason.topic,
    score,
    verdict: rules.verdicts.find(([, least]) => score >= least)[0],
    because: texts(signs.filter((sign) => sign.adds > 0)),
    against: texts(signs.filter((sign) => sign.adds < 0)),
  };
}

// The texts, strongest first and each once; equal ones keep their order.
function texts(signs) {
  const sorted = [...signs].sort((one, other) => Math.abs(other.adds) - Math.abs(one.adds));
  return [...new Set(sorted.map((sign) => sign.because))];
}

// A text with {names} filled in.
function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// For each question the place of the option chosen; -1 where there is no answer.
function given(rules, answers) {
  return rules.questions.map((question) => question.options.indexOf(answers[question.id]));
}

// Takes the answers out to questions that do not apply, until nothing changes.
function setAside(rules, answered) {
  const chosen = [...answered];
  for (;;) {
    const aside = chosen.findIndex((option, at) => option >= 0 && !allHold(rules.questions[at].ask_when, chosen));
    if (aside < 0) {
      return chosen;
    }
    chosen[aside] = -1;
  }
}

// Does the form show the question? The answers as they were given count, as in src/rules/ask.rs.
function applies(rules, question, answers) {
  return allHold(question.ask_when, given(rules, answers));
}

function holds([question, options], chosen) {
  return options.includes(chosen[question]);
}

function allHold(tests, chosen) {
  return tests.every((test) => holds(test, chosen));
}

function signHolds(sign, chosen) {
  return allHold(sign.when, chosen) && !sign.unless.some((test) => holds(test, chosen));
}

// --------------------------------------------------------------- recognising

// The id of the message that a pasted text holds; null where it holds none for sure.
// All numbers are rounded to single precision after each step, as in the program.
function recognise({ messages }, text) {
  const { fround } = Math;
  const pasted = lookUp(messages, wordsOf([...text].slice(0, messages.longest)));
  const fits = messages.wordings.map((wording) => fit(messages, wording, pasted)).filter(({ found }) => found > 0);
  fits.sort((one, other) => rank(other) - rank(one));
  const best = fits.find(
    ({ found, share, explained }) =>
      share >= fround(messages.whole) || (explained >= fround(messages.explained) && found >= fround(messages.telling)),
  );
  if (!best) {
    return null;
  }
  const rival = fits.find(({ wording }) => wording.topic !== best.wording.topic);
  const rankOf = best.share >= fround(messages.whole) ? rank : ({ found }) => found;
  const clear = !rival || rankOf(rival) <= fround(rankOf(best) * fround(messages.margin));
  return clear ? best.wording.message : null;
}

function rank({ found, share }) {
  return Math.fround(found * Math.fround(0.5 + share));
}

// Small plain letters and digits; quotes and accents vanish, all else parts words.
function wordsOf(letters) {
  const isAccent = (letter) => letter >= "\u0300" && letter <= "\u036f";
  const withoutAccents = (text) => [...text].filter((letter) => !isAccent(letter));
  const plain = (letter) => withoutAccents(letter.normalize("NFKD")).map((part) => part.toLowerCase());
  const kept = letters.filter((letter) => !"'’‘`´ʼ＇\u200b\u200c\u200d".includes(letter) && !isAccent(letter));
  const small = withoutAccents(kept.flatMap(plain).join("")).join("");
  return small.split(/[^\p{Alphabetic}\p{N}]+/u).filter((word) => word !== "");
}

// For each pasted word the words of the vocabulary that it may stand for, and how well.
function lookUp(messages, pasted) {
  const known = new Map();
  return pasted.map((word) => {
    if (!known.has(word)) {
      known.set(word, alike(messages, word));
    }
    return known.get(word);
  });
}

function alike(messages, pasted) {
  const found = new Map();
  messages.vocabulary.forEach(([word], place) => {
    const value = likeness(messages, pasted, word);
    if (value !== null) {
      found.set(place, value);
    }
  });
  return found;
}

// The best local alignment of a wording with the pasted words.
function fit(messages, wording, pasted) {
  const { fround } = Math;
  const average = fround(wording.weight / Math.max(wording.words.length, 1));
  const gap = fround(fround(messages.gap) * average);
  let above = new Float32Array(wording.words.length + 1);
  let found = 0;
  for (const meant of pasted) {
    const row = new Float32Array(above.length);
    wording.words.forEach((word, at) => {
      const weight = fround(messages.vocabulary[word][1]);
      const likeness = meant.get(word) || 0;
      const matched = likeness > 0 ? fround(above[at] + fround(weight * likeness)) : 0;
      row[at + 1] = Math.max(matched, fround(above[at + 1] - gap), row[at]);
      found = Math.max(found, row[at + 1]);
    });
    above = row;
  }
  const all = pasted.reduce((sum, meant) => fround(sum + pastedWeight(messages, meant)), 0);
  const share = (whole) => fround(found / Math.max(fround(whole), 2 ** -23));
  return { wording, found, share: share(wording.weight), explained: share(all) };
}

// What a pasted word would be worth; a word that no message has is worth as much as one that only one has.
function pastedWeight(messages, meant) {
  const weights = [...meant.keys()].map((place) => Math.fround(messages.vocabulary[place][1]));
  return weights.length > 0 ? Math.max(...weights) : 1;
}

// 1 for the same word, less for one with a typing mistake or two, null for another word. Lengths are in UTF-8.
function likeness(messages, pasted, known) {
  if (pasted === known) {
    return 1;
  }
  const [one, other] = [utf8(pasted), utf8(known)];
  const allowed = other.length <= 3 ? 0 : other.length <= 7 ? 1 : 2;
  const apart = Math.abs(one.length - other.length) > allowed || lettersApart(one, other) > allowed * 2;
  return allowed === 0 || apart || changes([...pasted], [...known]) > allowed ? null : Math.fround(messages.typo);
}

function utf8(word) {
  return new TextEncoder().encode(word);
}

// A lower bound for twice the number of changes: letters that only one of the two has. Quick to work out.
function lettersApart(one, other) {
  const letters = (bytes) => bytes.reduce((set, byte) => set | (1 << (byte & 31)), 0);
  let apart = letters(one) ^ letters(other);
  let count = 0;
  for (; apart !== 0; apart &= apart - 1) {
    count += 1;
  }
  return count;
}

// Letters put in, left out, changed, or swapped (Damerau and Levenshtein; a swap may have letters in between).
function changes(one, other) {
  const far = one.length + other.length;
  const table = [new Array(other.length + 2).fill(far)];
  for (let i = 0; i <= one.length; i += 1) {
    table.push([far, i, ...new Array(other.length).fill(0)]);
  }
  for (let j = 0; j <= other.length; j += 1) {
    table[1][j + 1] = j;
  }
  const lastRow = new Map();
  for (let i = 1; i <= one.length; i += 1) {
    let lastColumn = 0;
    for (let j = 1; j <= other.length; j += 1) {
      const row = lastRow.get(other[j - 1]) || 0;
      const column = lastColumn;
      const same = one[i - 1] === other[j - 1];
      if (same) {
        lastColumn = j;
      }
      table[i + 1][j + 1] = Math.min(
        table[i][j] + (same ? 0 : 1),
        table[i + 1][j] + 1,
        table[i][j + 1] + 1,
        table[row][column] + (i - row - 1) + 1 + (j - column - 1),
      );
    }
    lastRow.set(one[i - 1], i);
  }
  return table[one.length + 1][other.length + 1];
}

// ---------------------------------------------------------------- case codes

// The answers as a code for support, as in src/rules/case.rs. `edition` holds the two symbols that name the questions.
function caseCode(rules, edition, answers) {
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const number = [];
  for (const question of [...rules.questions].reverse()) {
    multiplyAndAdd(number, question.options.length + 1, question.options.indexOf(answers[question.id]) + 1);
  }
  const symbols = [...edition].map((letter) => alphabet.indexOf(letter));
  while ((symbols.length + number.length + 1) % 4 !== 0 || symbols.length + number.length === edition.length) {
    symbols.push(0);
  }
  symbols.push(...number);
  const doubled = (symbol) => (symbol < 16 ? symbol << 1 : (symbol << 1) ^ 0b100101);
  symbols.push(doubled(symbols.reduce((sum, symbol) => doubled(sum) ^ symbol, 0)) ^ 1);
  return symbols.map((symbol) => alphabet[symbol]).join("").match(/.{1,4}/g).join("-");
}

// number = number × factor + summand, in base 32, largest symbol first.
function multiplyAndAdd(number, factor, summand) {
  let carry = summand;
  for (let at = number.length - 1; at >= 0; at -= 1) {
    const product = number[at] * factor + carry;
    number[at] = product % 32;
    carry = Math.floor(product / 32);
  }
  for (; carry > 0; carry = Math.floor(carry / 32)) {
    number.unshift(carry % 32);
  }
}
