// MiniSearch and Fuse.js on the texts and queries that main.rs hands over: JSON in, JSON out.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import MiniSearch from 'minisearch';
import Fuse from 'fuse.js';

const FIELDS = ['title', 'keywords', 'texts'];
const BOOST = { title: 4, keywords: 3, texts: 1 };
const { documents, queries } = JSON.parse(readFileSync(0, 'utf8'));

function miniSearch(documents) {
    const index = new MiniSearch({
        fields: FIELDS,
        searchOptions: { boost: BOOST, fuzzy: 0.2, prefix: true, combineWith: 'OR' },
    });
    index.addAll(documents);
    return (text) => index.search(text).map((hit) => hit.id);
}

// Token by token: without it Fuse.js looks for the whole sentence.
function fuse(documents) {
    const keys = FIELDS.map((name) => ({ name, weight: BOOST[name] }));
    const index = new Fuse(documents, { keys, ignoreLocation: true, threshold: 0.4, useTokenSearch: true });
    return (text) => index.search(text, { limit: 24 }).map((hit) => hit.item.id);
}

function measured(make) {
    const start = performance.now();
    const search = make(documents);
    const build = performance.now() - start;
    queries.slice(0, 20).forEach(search);
    const before = performance.now();
    const found = queries.map(search);
    return { build, keystroke: (performance.now() - before) / queries.length, found };
}

const peers = { MiniSearch: miniSearch, 'Fuse.js': fuse };
const report = Object.entries(peers).map(([name, make]) => ({ name, ...measured(make) }));
console.log(JSON.stringify(report));
