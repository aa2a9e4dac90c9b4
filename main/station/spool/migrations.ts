import type { Migration } from '../../foundation/sqlite/open-database.ts';

/** The print spool's own file on the station. */
export const spoolMigrations: readonly Migration[] = [
  {
    version: 1,
    up: (database) => {
      database.exec(`
        create table print_job (
          seq integer primary key,
          job_id text not null unique,
          ticket_id text not null,
          number text not null,
          copy integer not null check (copy >= 0), -- 0: the first paper; others are marked as reprints
          state text not null check (state in ('queued', 'sending', 'awaiting-fence', 'confirmed', 'unknown')),
          reason text,
          paper text, -- JSON; null once nobody needs it any more
          changed_at_ms integer not null,
          unique (ticket_id, copy)
        ) strict;
        create index print_job_queued on print_job (seq) where state = 'queued';
        create index print_job_paper on print_job (changed_at_ms) where paper is not null;
      `);
    },
  },
  {
    // Papers that belong to no ticket. The table is made anew: SQLite cannot take a "not null" away.
    version: 2,
    up: (database) => {
      database.exec(`
        alter table print_job rename to print_job_of_tickets;
        create table print_job (
          seq integer primary key,
          job_id text not null unique,
          kind text not null check (kind in ('ticket', 'step-card')),
          ticket_id text,
          number text,
          copy integer not null check (copy >= 0), -- 0: the first paper; others are marked as reprints
          state text not null check (state in ('queued', 'sending', 'awaiting-fence', 'confirmed', 'unknown')),
          reason text,
          paper text, -- JSON; null once nobody needs it any more
          changed_at_ms integer not null,
          check ((kind = 'ticket') = (ticket_id is not null)),
          check ((kind = 'ticket') = (number is not null)),
          unique (ticket_id, copy)
        ) strict;
        insert into print_job (seq, job_id, kind, ticket_id, number, copy, state, reason, paper, changed_at_ms)
          select seq, job_id, 'ticket', ticket_id, number, copy, state, reason, paper, changed_at_ms
            from print_job_of_tickets;
        drop table print_job_of_tickets;
        create index print_job_queued on print_job (seq) where state = 'queued';
        create index print_job_paper on print_job (changed_at_ms) where paper is not null;
      `);
    },
  },
];
