import type { Database } from 'better-sqlite3';

const SUM = `insert into service_demand (day_id, age_band, service_code, count)
  select day_id, coalesce(age_band, 'unknown'), service_code, count(*) from visit`;

/** Sums up the day that is open, once it is over. A ticket itself costs nothing more than its age band beside it. */
export const SUM_UP_OPEN_DAY = `${SUM} where day_id = (select day_id from current_day) group by 1, 2, 3`;

/** What people of which age came for, day by day, and which services therefore stand first for them. */
export function createServiceDemandTables(database: Database): void {
  database.exec(`
    -- Ten years in which the age of whom the number stands for lies. Null = nobody knows.
    alter table visit add column age_band text;

    -- Past days only, a few rows each: the order of a day is made out of the days before it.
    create table service_demand (
      day_id       text not null,
      age_band     text not null,
      service_code text not null,
      count        integer not null,
      primary key (day_id, age_band, service_code)
    ) without rowid;

    create table service_order (
      audience text primary key,
      -- JSON list of service codes.
      first    text not null,
      -- The service day on which it was learned, and out of what.
      day_id   text not null,
      tickets  integer not null,
      days     integer not null
    ) without rowid;

    -- Days from before ages were kept count for everybody.
    ${SUM} where day_id not in (select day_id from current_day) group by 1, 2, 3;
  `);
}

/** Tables that a replay of the journal rebuilds from nothing. */
export const SERVICE_DEMAND_TABLES = ['service_demand', 'service_order'] as const;
