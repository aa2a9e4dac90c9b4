/** The hall's database in its data folder: journal, tables, sealed personal fields. */
export const HALL_FILE = 'hall.sqlite';

/** Beside the database on a first installation, never in its backups: who has one without the other has no names. */
export const VAULT_KEY_FILE = 'vault.key';
