//! The searches that run in this process, each with what serves it best here.

use std::error::Error;

use guide::content::fold::words;
use guide::content::model::Guide;
use guide::search::{Index, Kind};
use rusqlite::Connection;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, FuzzyTermQuery, Occur, Query, TermQuery};
use tantivy::schema::{
    Field, IndexRecordOption, STORED, STRING, Schema, TEXT, TextFieldIndexing, TextOptions, Value as _,
};
use tantivy::tokenizer::TokenStream as _;
use tantivy::{IndexReader, ReloadPolicy, TantivyDocument, Term};

use crate::texts::Document;

type Outcome<T> = Result<T, Box<dyn Error>>;

const MOST_HITS: usize = 24;

/// Finds documents.
pub(crate) trait Search {
    /// The documents that a text finds, best first.
    fn search(&self, text: &str) -> Outcome<Vec<String>>;
}

/// Unsent's own.
pub(crate) struct Own(Index);

impl Own {
    pub(crate) fn new(guide: &Guide) -> Self {
        Self(Index::new(guide))
    }
}

impl Search for Own {
    fn search(&self, text: &str) -> Outcome<Vec<String>> {
        let found = self.0.search(text, None);
        let mut ids: Vec<String> = Vec::new();
        // An answer that only guesses is none here.
        for hit in found.hits.into_iter().filter(|_| !found.is_guess) {
            let id = match (hit.topic, hit.kind) {
                (Some(topic), _) => topic.to_string(),
                (None, Kind::Faq(id)) => id.to_string(),
                (None, _) => continue,
            };
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        Ok(ids)
    }
}

/// Each field twice: stemmed, and as it is for slips and beginnings.
pub(crate) struct Tantivy {
    index: tantivy::Index,
    reader: IndexReader,
    id: Field,
    /// With what a word in it counts for.
    fields: Vec<(Field, Field, f32)>,
}

impl Tantivy {
    pub(crate) fn new(documents: &[Document]) -> Outcome<Self> {
        let mut schema = Schema::builder();
        let id = schema.add_text_field("id", STRING | STORED);
        let stems =
            TextFieldIndexing::default().set_tokenizer("en_stem").set_index_option(IndexRecordOption::WithFreqs);
        let stemmed = TextOptions::default().set_indexing_options(stems);
        let fields: Vec<(Field, Field, f32)> = [("title", 4.0), ("keywords", 3.0), ("texts", 1.0)]
            .into_iter()
            .map(|(name, boost)| {
                let stems = schema.add_text_field(&format!("{name} stemmed"), stemmed.clone());
                (stems, schema.add_text_field(name, TEXT), boost)
            })
            .collect();
        let index = tantivy::Index::create_in_ram(schema.build());
        let mut writer = index.writer_with_num_threads(1, 50_000_000)?;
        for document in documents {
            let mut added = TantivyDocument::default();
            added.add_text(id, &document.id);
            for ((stems, plain, _), text) in fields.iter().zip([&document.title, &document.keywords, &document.texts]) {
                added.add_text(*stems, text);
                added.add_text(*plain, text);
            }
            writer.add_document(added)?;
        }
        writer.commit()?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { index, reader, id, fields })
    }

    fn tokens(&self, tokenizer: &str, text: &str) -> Outcome<Vec<String>> {
        let mut tokenizer = self.index.tokenizers().get(tokenizer).ok_or("no such tokenizer")?;
        let mut stream = tokenizer.token_stream(text);
        let mut tokens = Vec::new();
        stream.process(&mut |token| tokens.push(token.text.clone()));
        Ok(tokens)
    }
}

impl Search for Tantivy {
    fn search(&self, text: &str) -> Outcome<Vec<String>> {
        let mut parts: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        let mut add = |query: Box<dyn Query>, boost: f32| {
            parts.push((Occur::Should, Box::new(BoostQuery::new(query, boost))));
        };
        let typed = self.tokens("default", text)?;
        for (stems, plain, boost) in &self.fields {
            for stem in self.tokens("en_stem", text)? {
                let term = Term::from_field_text(*stems, &stem);
                add(Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)), *boost);
            }
            for (at, word) in typed.iter().enumerate() {
                let slips = match word.chars().count() {
                    0..=3 => 0,
                    4..=8 => 1,
                    _ => 2,
                };
                let term = Term::from_field_text(*plain, word);
                if at + 1 == typed.len() {
                    add(Box::new(FuzzyTermQuery::new_prefix(term, slips.min(1), true)), 0.3 * boost);
                } else if slips > 0 {
                    add(Box::new(FuzzyTermQuery::new(term, slips, true)), 0.3 * boost);
                }
            }
        }
        let searcher = self.reader.searcher();
        let found = searcher.search(&BooleanQuery::new(parts), &TopDocs::with_limit(MOST_HITS).order_by_score())?;
        let id = |address| -> Outcome<String> {
            let document: TantivyDocument = searcher.doc(address)?;
            Ok(document.get_first(self.id).and_then(|id| id.as_str()).unwrap_or_default().to_owned())
        };
        found.into_iter().map(|(_, address)| id(address)).collect()
    }
}

/// Stems first; then, for slips, what shares most runs of three letters.
pub(crate) struct Sqlite(Connection);

impl Sqlite {
    pub(crate) fn new(documents: &[Document]) -> Outcome<Self> {
        let mut connection = Connection::open_in_memory()?;
        connection.execute_batch(
            "CREATE VIRTUAL TABLE stems USING fts5(id UNINDEXED, title, keywords, texts, tokenize = 'porter unicode61', prefix = '2 3');
             CREATE VIRTUAL TABLE trigrams USING fts5(id UNINDEXED, title, keywords, texts, tokenize = 'trigram');",
        )?;
        let all = connection.transaction()?;
        for table in ["stems", "trigrams"] {
            let mut insert = all.prepare(&format!("INSERT INTO {table} VALUES (?, ?, ?, ?)"))?;
            for Document { id, title, keywords, texts } in documents {
                insert.execute([id, title, keywords, texts])?;
            }
        }
        all.commit()?;
        Ok(Self(connection))
    }

    fn found(&self, table: &str, asked: &str) -> Outcome<Vec<String>> {
        if asked.is_empty() {
            return Ok(Vec::new());
        }
        let mut select = self.0.prepare_cached(&format!(
            "SELECT id FROM {table} WHERE {table} MATCH ? ORDER BY bm25({table}, 0, 4, 3, 1) LIMIT {MOST_HITS}"
        ))?;
        let ids = select.query_map([asked], |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }
}

impl Search for Sqlite {
    fn search(&self, text: &str) -> Outcome<Vec<String>> {
        let words = words(text);
        let last = words.len().saturating_sub(1);
        let stems =
            words.iter().enumerate().map(|(at, word)| format!("\"{word}\"{}", if at == last { " *" } else { "" }));
        let mut ids = self.found("stems", &stems.collect::<Vec<_>>().join(" OR "))?;
        let trigrams = words.iter().flat_map(|word| {
            let letters: Vec<char> = word.chars().collect();
            letters.windows(3).map(|three| format!("\"{}\"", three.iter().collect::<String>())).collect::<Vec<_>>()
        });
        for id in self.found("trigrams", &trigrams.collect::<Vec<_>>().join(" OR "))? {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        Ok(ids)
    }
}
