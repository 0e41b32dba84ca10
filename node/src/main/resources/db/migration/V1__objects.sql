-- One folder for SQLite and PostgreSQL: keep to what both run (docs/store.md).

create table store_collection (
  id       bigint       not null primary key,
  name     varchar(100) not null unique,
  last_seq bigint       not null            -- no seq up to this one may be given again
);

create table store_object (
  collection_id bigint not null,
  object_key    text   not null,
  scope         text   not null,
  last_updated  bigint not null,            -- microseconds since 1970, UTC
  seq           bigint not null,            -- order of creation within the collection
  body          text   not null,            -- text, not jsonb: what was sent comes back byte for byte
  -- No index begins with collection_id: while PostgreSQL has no statistics yet of a collection that grows, it would
  -- take such an index for every query and read the whole collection.
  primary key (object_key, collection_id)
);

-- Filters work on an index in memory; leaving last_updated out of this one keeps an update of an object cheap.
create unique index store_object_order on store_object (seq, collection_id);
