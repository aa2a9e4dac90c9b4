export { DifficultyReports } from './difficulty-reports.ts';
export { HelpDesk } from './help-desk.ts';
export { HELP_FILE } from './help-file.ts';
export { openHelp } from './open-help.ts';
