-- The snapshot: the compiler writes it, the server reads it, and nobody changes it. A new schema needs a new compile.
-- Every table of a list has the column `row`, the rank of an entry in the list. Paging, ranges and joins use this one integer, and
-- every index below ends in list order, because SQLite's indexes end with the row.

-- What this snapshot is: one row.
create table snapshot (
  revision     text not null,              -- SHA-256 of the schema and all finished documents in order
  -- SHA-256 of this schema, of the members of all documents and of every closed word: what a reader of this file must know.
  contract     text not null,
  seeds_hash   text not null,              -- SHA-256 of the seeds it was compiled from
  built_with   text not null,              -- the build of the compiler
  compiled_at  text not null               -- UTC, ISO 8601; not part of the revision
) strict;

-- The crisis that the snapshot is about: one row.
create table crisis (
  document text not null,                  -- JSON: names, zone, days, the frame of the map, examples
  outline  text                            -- GeoJSON that the map shows under the facts
) strict;

-- One row for each version of each fact: what was known of the fact during a period. All kinds share the table, because lists filter
-- by its columns. The columns of one kind are null in the rows of the others.
create table fact (
  row         integer primary key,         -- rank by (first, time, id, known_from)
  id          text not null,
  kind        text not null check (kind in ('event', 'statement', 'price_change', 'deployment', 'toll')),
  -- The first day, or the last day if the first is unknown. Facts are ordered and filtered by it.
  first       text not null check (first like '____-__-__'),
  last        text not null check (last >= first),
  time        text not null,               -- HH:MM, or '' if unknown
  precision   text not null check (precision in ('minute', 'hour', 'day', 'month', 'year', 'unknown')),
  status      text not null check (status in ('retracted', 'disputed', 'unconfirmed', 'corroborated', 'single_source')),
  origins     integer not null,            -- the number of independent origins that support it
  reviewed    integer not null check (reviewed in (0, 1)), -- whether it is retracted, disputed or rebutted
  differs     integer not null check (differs in (0, 1)),
  known_from  text not null,               -- the first day at whose end it held
  known_until text not null,               -- the first day at whose end it no longer held, or 'forever'
  current     integer not null check (current in (0, 1)),
  type        text check (type is null or kind = 'event'),
  speaker     text,
  channel     text,
  quote       text,
  commodity   text,
  measure     text,
  unit        text,
  currency    text,
  operation   text,
  contributor text,
  formation   text,
  phase       text,
  toll_group  text,
  reported_by text,
  title       text not null
) strict;

create unique index fact_version on fact (id, known_from);
create unique index fact_current on fact (id) where current = 1;
create index fact_order       on fact (first, time, id);

-- An index for each column of a filter. Present versions are together, and the rows of each value are in list order.
create index fact_kind        on fact (current, kind);
create index fact_status      on fact (current, status);
create index fact_origins     on fact (current, origins);
create index fact_differs     on fact (current, differs);
create index fact_reviewed    on fact (current, reviewed);
create index fact_type        on fact (current, type)            where type is not null;
create index fact_speaker     on fact (current, speaker)         where speaker is not null;
create index fact_channel     on fact (current, channel)         where channel is not null;
create index fact_quoted      on fact (current, (quote is not null)) where kind = 'statement';
create index fact_commodity   on fact (current, commodity)       where commodity is not null;
create index fact_measure     on fact (current, kind, measure)   where measure is not null;
create index fact_unit        on fact (current, unit)            where unit is not null;
create index fact_currency    on fact (current, currency)        where currency is not null;
create index fact_operation   on fact (current, operation)       where operation is not null;
create index fact_contributor on fact (current, contributor)     where contributor is not null;
create index fact_formation   on fact (current, formation)       where formation is not null;
create index fact_phase       on fact (current, phase)           where phase is not null;
create index fact_group       on fact (current, toll_group)      where toll_group is not null;
create index fact_reported_by on fact (current, reported_by)     where reported_by is not null;

-- The finished JSON of each version. It is not in `fact`, so that the columns of filters lie close together. Cards, which lists read,
-- are separate from the longer documents.
create table fact_card (
  row    integer primary key references fact,
  cursor text not null,                    -- 'first|time|id': the position in the list
  json   text not null                     -- finished JSON without claims
) strict;

create table fact_document (
  row    integer primary key references fact,
  cursor text not null,
  json   text not null                     -- finished JSON with claims
) strict;

-- A row of RFC 4180 CSV in three parts. A list of all kinds has the first and the last part; a list of one kind also has the
-- part between them, with the columns of the kind.
create table fact_csv (
  row    integer primary key references fact,
  cursor text not null,                    -- as in fact_card
  head   text not null,                    -- the common cells before those of the kind
  own    text not null,                    -- the cells of the kind
  tail   text not null                     -- the common cells after those of the kind
) strict;

-- Facts of several days, with their first and last day in days since 0001-01-01, to find those that began before a day and last into it.
create virtual table fact_span using rtree_i32 (row, first, last);

-- The places where a fact happened. `own` is 0 for places that contain them.
create table fact_place (
  place text not null,
  row   integer not null references fact,
  own   integer not null check (own in (0, 1)),
  primary key (place, row)
) strict, without rowid;

create index fact_place_own on fact_place (row) where own = 1;

-- The actors that have a role in a fact.
create table fact_actor (
  actor text not null,
  row   integer not null references fact,
  primary key (actor, row)
) strict, without rowid;

-- The topics of a statement.
create table fact_topic (
  topic text not null,
  row   integer not null references fact,
  primary key (topic, row)
) strict, without rowid;

-- The events that a statement is about.
create table fact_about (
  event text not null,
  row   integer not null references fact,
  primary key (event, row)
) strict, without rowid;

-- The claims of each page about each version of a fact. They are written in the order of pages, so that the table has no gaps.
create table claim (
  source   text not null,
  row      integer not null references fact,
  stance   text not null check (stance in ('supports', 'disputes', 'rebuts', 'retracts')),
  document text not null,                  -- finished JSON of the claim
  others   text not null,                  -- finished JSON of up to five sources with other origins, the earliest first
  more     integer not null,               -- the number of further sources
  primary key (source, row)
) strict;

-- The pages that make claims.
create table source (
  row             integer primary key,     -- rank by id
  id              text not null unique,
  publisher       text not null,
  publisher_group text not null,
  language        text not null,
  kind            text not null,
  known_from      text not null,
  document        text not null
) strict;

create index source_publisher on source (publisher);
create index source_publisher_group on source (publisher_group);
create index source_language on source (language);
create index source_kind on source (kind);

-- The addresses of pages, as seen and as keys. Equivalent addresses have the same key.
create table source_url (
  url    text not null,
  key    text not null,
  source text not null references source (id),
  primary key (url)
) strict, without rowid;

create index source_url_key on source_url (key);

-- Persons, bodies, military units and groups.
create table actor (
  row      integer primary key,            -- rank by id
  id       text not null unique,
  kind     text not null,
  demonyms text not null,                  -- JSON array of words for its people and things; * is any ending
  document text not null
) strict;

create index actor_kind on actor (kind);

create table actor_affiliation (
  affiliation text not null,
  row         integer not null references actor,
  primary key (affiliation, row)
) strict, without rowid;

-- Places, with coordinates in degrees of WGS 84.
create table place (
  row       integer primary key,           -- rank by id
  id        text not null unique,
  kind      text not null,
  latitude  real,
  longitude real,
  document  text not null
) strict;

create index place_kind on place (kind);
create index place_latitude on place (latitude);

-- Each place with all places around it, including itself.
create table place_within (
  within text not null,
  row    integer not null references place,
  primary key (within, row)
) strict, without rowid;

-- The words of the registries.
create table word (
  row      integer primary key,            -- rank by id
  id       text not null unique,
  registry text not null,
  key      text not null,
  cues     text not null,                  -- JSON array of expressions that stand for it in a sentence
  implied  integer not null check (implied in (0, 1)), -- whether a sentence need not name it
  document text not null,
  unique (registry, key)
) strict;

create index word_registry on word (registry);

-- Facts that were removed from the seeds. Their ids are never used again, and a request for one is answered with the reason.
-- Not part of the revision.
create table removed (
  id     text primary key,
  day    text not null check (day like '____-__-__'),
  reason text not null
) strict, without rowid;

-- The journal: the snapshots that this one replaced, the oldest first, and this one last. It is the history of this file, copied from
-- each snapshot into the next. Not part of the revision.
create table revision (
  number      integer primary key,
  revision    text not null,
  compiled_at text not null                -- with the number, it identifies the revision within this journal
) strict;

-- What each of them changed, as finished JSON with claims. The changes of the oldest are not held.
create table change (
  number integer not null references revision,
  fact   text not null,
  kind   text not null check (kind in ('event', 'statement', 'price_change', 'deployment', 'toll')),
  action text not null check (action in ('added', 'changed', 'removed')),
  before text check (before is not null or action = 'added'),
  after  text check (after is not null or action = 'removed'),
  reason text check (reason is null or action = 'removed'),
  primary key (number, fact)
) strict;

-- The places where the fact happened, before or after, and the places around them.
create table change_place (
  place  text not null,
  number integer not null,
  fact   text not null,
  primary key (place, number, fact)
) strict, without rowid;

-- The keys of the pages with a claim about the fact, before or after.
create table change_page (
  key    text not null,
  number integer not null,
  fact   text not null,
  primary key (key, number, fact)
) strict, without rowid;

-- Full text, folded by KzFacts (FTS5 folds neither Russian nor Kazakh well enough); rowid is the row of the entry.
-- The columns of a fact have different weights in a search: title; names and labels in all spellings; summary, quote and other
-- text; passages and headlines of the pages.
create virtual table fact_search   using fts5 (title, names, body, evidence, content = '', tokenize = 'unicode61', prefix = '2 3 4');
create virtual table source_search using fts5 (folded, content = '', tokenize = 'unicode61', prefix = '2 3');
create virtual table actor_search  using fts5 (folded, content = '', tokenize = 'unicode61', prefix = '2 3');
create virtual table place_search  using fts5 (folded, content = '', tokenize = 'unicode61', prefix = '2 3');
create virtual table word_search   using fts5 (folded, content = '', tokenize = 'unicode61', prefix = '2 3');

-- The words of the facts' full-text index, for suggestions.
create virtual table fact_word using fts5vocab (fact_search, row);

-- Views for people who open the file: the present version of every fact, by kind.
create view event as
  select id, json ->> '$.first' first, last, time, status, origins, type, title, json document
  from fact join fact_document using (row) where current = 1 and kind = 'event';
create view statement as
  select id, json ->> '$.first' first, last, status, origins, speaker, channel, quote, title, json document
  from fact join fact_document using (row) where current = 1 and kind = 'statement';
create view price_change as
  select id, json ->> '$.first' first, last, status, origins, commodity, measure, unit, currency,
         json ->> '$.before.min' as before_min, json ->> '$.before.max' as before_max,
         json ->> '$.after.min' as after_min, json ->> '$.after.max' as after_max, title, json document
  from fact join fact_document using (row) where current = 1 and kind = 'price_change';
create view deployment as
  select id, json ->> '$.first' first, last, status, origins, operation, contributor, formation, phase,
         json ->> '$.personnel.min' as personnel_min, json ->> '$.personnel.max' as personnel_max, title, json document
  from fact join fact_document using (row) where current = 1 and kind = 'deployment';
create view toll as
  select id, json ->> '$.first' first, last, status, origins, measure, toll_group, reported_by,
         json ->> '$.count.min' as count_min, json ->> '$.count.max' as count_max, title, json document
  from fact join fact_document using (row) where current = 1 and kind = 'toll';
