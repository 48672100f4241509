import type { Problem } from '../model/problem.js';
import type { TaskFinding } from './check-tasks.js';
import { paint } from './paint.js';
import { linesOf, sourceLine } from './source-line.js';
import { printable } from './terminal.js';

/** What a check came to. */
export interface Report {
  readonly config: { readonly file: string; readonly xml: string; readonly problems: readonly Problem[] };
  /** What is no JSON, with its place in the file. */
  readonly broken: readonly { readonly file: string; readonly problem: Problem }[];
  readonly findings: readonly TaskFinding[];
  /** How many were checked; absent where no file of tasks was given. */
  readonly tasks?: number;
}

/** Problems that are written out for people; a machine gets all. */
const most = 200;

/** For people: a line for each problem, where it helps with the line of the config, and a summary. */
export function asText(report: Report, colours: boolean): string {
  const { config, broken, findings } = report;
  const colour = paint(colours);
  const lines = linesOf(config.xml);
  const head = (where: string, { severity, message, code }: Problem) =>
    [
      colour('bold', printable(where)),
      colour(severity === 'error' ? 'red' : 'yellow', severity),
      printable(message),
      colour('dim', `(${code})`),
    ].join('  ');
  const excerpt = ({ at }: Problem) => {
    const shown = at?.line === undefined ? undefined : sourceLine(lines, at.line, at.column);
    return shown === undefined ? [] : [colour('dim', shown)];
  };
  const blocks = [
    ...config.problems.map((problem) => [head(placeIn(config.file, problem), problem), ...excerpt(problem)]),
    ...broken.map(({ file, problem }) => [head(placeIn(file, problem), problem)]),
    ...findings.map((finding) => {
      const more = moreOf(finding, config.file);
      return [head(placeOfTask(finding), finding.problem), ...(more ? [colour('dim', `  ${printable(more)}`)] : [])];
    }),
  ];
  const rest = blocks.length - most;
  return `${[
    ...blocks.slice(0, most).flat(),
    ...(rest > 0 ? [colour('dim', `… and ${count(rest, 'further problem')}; --format json tells all.`)] : []),
    ...(blocks.length > 0 ? [''] : []),
    summary(report),
  ].join('\n')}\n`;
}

/** For machines. */
export function asJson({ config, broken, findings, tasks }: Report): string {
  const problems = [
    ...config.problems.map((problem) => ({ file: config.file, ...placeOf(problem), ...problem })),
    ...broken.map(({ file, problem }) => ({ file, ...placeOf(problem), ...problem })),
    ...findings.map(({ problem, file, index, id, within, tasks: inTasks }) => ({
      file,
      task: { index, ...(id !== undefined && { id }), ...(within !== undefined && { within }) },
      tasks: inTasks,
      ...problem,
    })),
  ];
  const tally = (severity: Problem['severity']) => problems.filter((problem) => problem.severity === severity).length;
  const totals = { errors: tally('error'), warnings: tally('warning'), ...(tasks !== undefined && { tasks }) };
  return `${JSON.stringify({ ...totals, problems }, null, 2)}\n`;
}

const placeOf = ({ at }: Problem) => ({
  ...(at?.line !== undefined && { line: at.line }),
  ...(at?.column !== undefined && { column: at.column }),
});

const placeIn = (file: string, { at }: Problem): string =>
  [file, at?.line, at?.column].filter((part) => part !== undefined).join(':');

/** As one finds it again: `tasks.json[2] (id 17) predictions[0] result "abc"`. */
function placeOfTask({ file, index, id, within, problem }: TaskFinding): string {
  const result = problem.at?.resultId;
  return [
    `${file}[${index}]`,
    ...(id === undefined ? [] : [`(id ${id})`]),
    ...(within === undefined ? [] : [within]),
    ...(result === undefined ? [] : [`result "${result}"`]),
  ].join(' ');
}

function moreOf({ tasks, problem }: TaskFinding, config: string): string {
  const inConfig = problem.at?.line === undefined ? [] : [`${placeIn(config, problem)}`];
  const further = tasks > 1 ? [`and in ${count(tasks - 1, 'further task')}`] : [];
  return [...inConfig, ...further].join(', ');
}

function summary({ config, broken, findings, tasks }: Report): string {
  const all = [...config.problems, ...[...broken, ...findings].map(({ problem }) => problem)];
  const errors = all.filter(({ severity }) => severity === 'error').length;
  const warnings = all.length - errors;
  const found = [...(errors ? [count(errors, 'error')] : []), ...(warnings ? [count(warnings, 'warning')] : [])];
  const checked = printable(config.file) + (tasks === undefined ? '' : ` and ${count(tasks, 'task')}`);
  return `${found.join(', ') || 'No problems'} in ${checked}.`;
}

const count = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
