import { basename } from 'node:path';
import { Configuration, err, ok, type DeviceName, type Result } from '../../../preload/contracts/index.ts';
import type { ConfigurationProblem } from './configuration-problem.ts';
import { explainIssue } from './explain-issue.ts';
import { parseYaml, type ParsedYaml } from './parse-yaml.ts';
import { readText } from './read-text.ts';

/** A configuration and where it came from. */
export type LoadedConfiguration = Configuration & {
  readonly source: {
    /** `null`: no file, everything is the demo hall's. */
    readonly file: string | null;
    /** The devices the file speaks of. The others have their default. */
    readonly namedDevices: ReadonlySet<DeviceName>;
    /** "hall.yaml:3", where the value at this path stands or would stand; `null` without a file. */
    readonly placeOf: (path: readonly PropertyKey[]) => string | null;
  };
};

/** The demo hall without a file, or the file's hall. All mistakes of a file come together, in the order of its lines. */
export function loadConfiguration(
  file?: string,
): Result<LoadedConfiguration, readonly ConfigurationProblem[]> {
  if (file === undefined) return ok(withSource(Configuration.parse({}), null, null));
  const text = readText(file);
  if (text.ok) return parseConfiguration(text.value, file);
  return err([{ file, line: 0, column: 0, key: '', ...text.error, advice: null }]);
}

/** The same from text in hand: `file` is only its name in messages. */
export function parseConfiguration(
  text: string,
  file: string,
): Result<LoadedConfiguration, readonly ConfigurationProblem[]> {
  const yaml = parseYaml(text);
  const name = basename(file);
  const problems = yaml.problems.map((problem): ConfigurationProblem => ({
    file: name,
    key: '',
    ...problem,
    advice: null,
  }));
  if (yaml.broken) return err(inOrder(problems));

  const checked = Configuration.safeParse(yaml.value ?? {});
  if (checked.success && problems.length === 0) return ok(withSource(checked.data, file, yaml));
  const issues = checked.error?.issues ?? [];
  return err(inOrder([...problems, ...issues.flatMap((issue) => explainIssue(name, yaml, issue))]));
}

function inOrder(problems: readonly ConfigurationProblem[]): ConfigurationProblem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
}

function withSource(
  configuration: Configuration,
  file: string | null,
  yaml: ParsedYaml | null,
): LoadedConfiguration {
  const devices: unknown = isBlock(yaml?.value) ? yaml.value['devices'] : undefined;
  const named = isBlock(devices) ? (Object.keys(devices) as DeviceName[]) : [];
  const placeOf = (path: readonly PropertyKey[]): string | null =>
    file === null || yaml === null ? null : `${basename(file)}:${yaml.locate(path).line}`;
  return { ...configuration, source: { file, namedDevices: new Set(named), placeOf } };
}

function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
