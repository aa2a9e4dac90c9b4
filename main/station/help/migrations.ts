import type { Migration } from '../../foundation/sqlite/open-database.ts';

/** What this PC must not forget of people who needed help. Knows no person. */
export const helpMigrations: readonly Migration[] = [
  {
    version: 1,
    up: (database) => {
      database.exec(`
        -- Difficulties that the hall has not taken yet, in the order in which they were reported.
        create table difficulty (
          seq        integer primary key,
          request_id text not null unique,
          kind       text not null
        ) strict;
        -- The last call for help from here: at most one row.
        create table asked (
          only    integer primary key check (only = 1),
          help_id text not null
        ) strict;
      `);
    },
  },
];
