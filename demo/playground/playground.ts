import builtIn from '../../config-schema.json';
import { readJson } from '../../src/base/json-text.js';
import { type ConfigSchema, configSchema } from '../../src/config/schema.js';
import type { LabelEditor, Plugin, Problem, SaveDetail } from '../../src/index.js';
import { type Dict, isDict } from '../../src/model/json.js';
import type { Example } from './examples/example.js';
import { examples } from './examples.js';
import { Exchange } from './exchange/exchange.js';
import { CodeField } from './parts/code-field.js';
import { completeConfig } from './parts/config-completion.js';
import { explainConfig } from './parts/config-hover.js';
import type { ConfigKnowledge } from './parts/config-words.js';
import { type EntryKind, EventLog } from './parts/event-log.js';
import { Host, savingEvents } from './parts/host.js';

import { kilobytes, tidy } from './parts/plain-json.js';
import { showProblems } from './parts/problem-list.js';
import { ResultView } from './parts/result-view.js';
import { themeSwitch } from './parts/settings.js';
import { splitter } from './parts/splitter.js';
import { Tabs } from './parts/tabs.js';

const byId = <E extends HTMLElement = HTMLElement>(id: string): E => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}.`);
  return element as E;
};

/** A task with more characters than this is shown in part, and not edited. */
const LONGEST_TASK = 60_000;

/** What stands in the address for imported tasks. */
const IMPORTED = 'imported';

/** An example and what was made of it on this page. */
interface Sheet {
  readonly example: Example;
  readonly config: string;
  readonly task: string;
  editedConfig?: string;
  editedTask?: string;
}

/** What configs can say: the tags of the SDK, and those that examples bring. */
let schema = builtIn as unknown as ConfigSchema;
/** The data of the task on show. */
let data: unknown;
const knowledge = (): ConfigKnowledge => ({ schema, data });

const editor = byId<HTMLElementTagNameMap['label-editor']>('editor');
const sheets = new Map<string, Sheet>();
const brought = new Set<Plugin>();
let disconnect = () => {};
let sheet = open(examples[0].id);

const problemList = {
  list: byId('problems'),
  count: byId('problem-count'),
  onGoTo: (line: number, column: number | undefined) => {
    tabs.show('tab-config');
    configField.reveal(line, column);
  },
};
const log = new EventLog(byId('events'), byId('event-count'));
const configField = new CodeField(byId('panel-config'), {
  label: 'Config, as XML',
  language: 'xml',
  completion: completeConfig(knowledge),
  extensions: explainConfig(knowledge),
  onEdit: (text) => {
    sheet.editedConfig = text;
    editor.config = text;
  },
  onReset: () => {
    delete sheet.editedConfig;
    showConfig();
    editor.config = sheet.config;
    // The same problems as before are not told again.
    tellProblems();
  },
});
const taskField = new CodeField(byId('panel-task'), {
  label: 'Task, as JSON',
  language: 'json',
  onEdit: (text) => {
    sheet.editedTask = text;
    applyTask(text);
  },
  onReset: () => {
    delete sheet.editedTask;
    showTask();
    applyTask(sheet.task);
  },
});
const host = new Host(editor, ({ event, error, saved }) => {
  if (error) log.add({ kind: 'error', name: 'host refused', note: event, detail: { event, message: error.message } });
  else
    log.add({
      kind: 'host',
      name: 'host saved',
      note: `${event}${saved?.id === undefined ? '' : ` · id ${saved.id}`}`,
      detail: saved,
    });
  byId('saved-count').textContent = host.saved.length ? String(host.saved.length) : '';
  result.update();
});
const result = new ResultView({
  editor,
  panel: byId('panel-result'),
  saved: () => host.saved,
  fileName: () => sheet.example.id,
});
const tabs = new Tabs(byId('tabs'), (id) => {
  result.visible = id === 'tab-result';
});

/** Events that change what there is to save. */
const changing = new Set(['document-change', 'completion-select', 'completion-delete', 'task-ready', ...savingEvents]);
for (const name of [...changing, 'selection-change', 'editor-problem', 'assist-request']) {
  editor.addEventListener(name, (event) => heard(name, (event as CustomEvent<unknown>).detail));
}

splitter(byId('splitter'), { grid: byId('work'), side: byId('side'), key: 'label-editor-playground:panes' });
themeSwitch(byId('theme'), (theme) => {
  editor.theme = theme;
});
byId('readonly').addEventListener('change', (event) => {
  editor.readonly = (event.target as HTMLInputElement).checked;
});
byId('failing').addEventListener('change', (event) => {
  host.failing = (event.target as HTMLInputElement).checked;
});
byId('clear').addEventListener('click', () => log.clear());

const picker = byId<HTMLSelectElement>('example');
picker.append(...examples.map(({ id, title }) => new Option(title, id)));
picker.addEventListener('change', () => {
  window.location.hash = picker.value;
});
window.addEventListener('hashchange', () => {
  const was = sheet.example.id;
  const next = window.location.hash.slice(1);
  if (was === IMPORTED && next !== IMPORTED) void exchange.leave();
  if (was !== IMPORTED && next === IMPORTED && sheets.has(IMPORTED)) void exchange.resume();
  else show();
});
const exchange = new Exchange({
  editor,
  page: document.body,
  config: () => sheet.editedConfig ?? sheet.config,
  task: taskOnShow,
  name: () => sheet.example.id,
  show: showImported,
});
// On a phone there is no room for both, and the editor comes first.
const narrow = window.matchMedia('(width < 640px)');
narrow.addEventListener('change', () => tabs.show(narrow.matches ? 'tab-editor' : 'tab-result'));
tabs.show(narrow.matches ? 'tab-editor' : 'tab-result');
showProblems([], problemList);
show();

/** What was made of an example before, or the example as it is. */
function open(id: string): Sheet {
  const example = examples.find((one) => one.id === id) ?? examples[0];
  const known = sheets.get(id) ?? sheets.get(example.id);
  if (known) return known;
  const task = typeof example.task === 'function' ? example.task() : example.task;
  const made: Sheet = { example, config: example.config, task: tidy(JSON.stringify(task, null, 2)) };
  sheets.set(example.id, made);
  return made;
}

/** Shows the example that the address names. */
function show(): void {
  sheet = open(decodeURIComponent(window.location.hash.slice(1)));
  const { id, title, about, plugin } = sheet.example;
  picker.value = id;
  byId('about').textContent = about;
  byId('about').title = about;
  document.title = `${title} · label-editor`;
  if (plugin) void bring(plugin);
  disconnect();
  disconnect = sheet.example.connect?.(editor) ?? (() => {});
  showConfig();
  showTask();
  editor.config = sheet.editedConfig ?? sheet.config;
  applyTask(sheet.editedTask ?? sheet.task);
}

/** Puts an imported task in place of an example, under the config of the task before it. */
function showImported({
  task,
  ...given
}: {
  readonly task: object;
  readonly config?: string;
  readonly about?: string;
}): void {
  const before = given.config === undefined ? sheets.get(IMPORTED) : undefined;
  const { config = before?.config ?? '', about = before?.example.about ?? '' } = given;
  sheets.set(IMPORTED, {
    ...before,
    example: { id: IMPORTED, title: 'Imported tasks', about, config, task },
    config,
    task: tidy(JSON.stringify(task, null, 2)),
  });
  if (!picker.namedItem(IMPORTED)) {
    const option = new Option('Imported tasks', IMPORTED);
    option.id = IMPORTED;
    picker.prepend(option);
  }
  // Nobody has to be told that this is what the address names.
  if (window.location.hash !== `#${IMPORTED}`) window.history.pushState(null, '', `#${IMPORTED}`);
  show();
}

/** The task of an example, as an export has it. */
function taskOnShow(): Dict {
  const read = readJson(sheet.editedTask ?? sheet.task);
  const task = 'value' in read && isDict(read.value) ? read.value : {};
  return isDict(task.data) ? task : { data: task };
}

/** Registers what an example brings, once and for all editors of the page; one that is on show takes it up at once. */
async function bring(plugin: Plugin): Promise<void> {
  if (brought.has(plugin)) return;
  brought.add(plugin);
  schema = { ...schema, tags: [...schema.tags, ...configSchema(plugin.tags ?? []).tags] };
  const element = customElements.get('label-editor') ?? (await customElements.whenDefined('label-editor'));
  (element as unknown as typeof LabelEditor).use(plugin);
}

function showConfig(): void {
  const { config, editedConfig } = sheet;
  configField.show(editedConfig ?? config, { editable: true, changed: editedConfig !== undefined });
}

function showTask(): void {
  const { task, editedTask } = sheet;
  const text = editedTask ?? task;
  const editable = text.length <= LONGEST_TASK;
  taskField.show(editable ? text : beginning(text), { editable, changed: editedTask !== undefined });
  if (!editable) taskField.say(`The beginning of ${kilobytes(text)}, made by code; it is too long to edit here.`);
}

/** What can be read of a task that is too long, with its data URLs cut. */
function beginning(text: string): string {
  const readable = text.replace(/"(data:[^"]{40})[^"]*"/g, '"$1…"');
  return `${readable.slice(0, LONGEST_TASK / 10)}\n…`;
}

/** Hands a task to the editor; where the text is no JSON, says so and leaves the editor with the last one that was. */
function applyTask(text: string): void {
  const read = readJson(text);
  if ('message' in read) {
    taskField.mark([{ ...read, severity: 'error' }]);
    taskField.say(`Line ${read.line}, column ${read.column}: ${read.message}`, 'error');
    return;
  }
  taskField.mark([]);
  if (sheet.editedTask !== undefined) taskField.say('');
  const task = read.value as { readonly data?: unknown } | null;
  data = task?.data ?? task;
  editor.task = read.value as NonNullable<typeof editor.task>;
}

function heard(name: string, detail: unknown): void {
  log.add({ kind: kindOf(name, detail), name, note: noteOf(detail), detail });
  if (name === 'editor-problem' || name === 'task-ready') tellProblems();
  if (changing.has(name)) result.update();
}

/** Lists the problems of the editor, and marks those of the config in its text. */
function tellProblems(): void {
  const problems = editor.problems ?? [];
  showProblems(problems, problemList);
  configField.mark(
    problems.flatMap(({ at, ...problem }) => (at?.line === undefined ? [] : [{ ...problem, ...at, line: at.line }])),
  );
}

function kindOf(name: string, detail: unknown): EntryKind {
  if ((detail as { problems?: readonly Problem[] }).problems?.length) return 'error';
  return savingEvents.some((saving) => saving === name) ? 'saving' : 'event';
}

/** What is worth saying of an event in a few words. */
function noteOf(detail: unknown): string {
  const { changes, origin, problems, regionIds, taskId, completion } = (detail ?? {}) as Partial<SaveDetail> & {
    changes?: readonly { table: string }[];
    origin?: string;
    problems?: readonly Problem[];
    regionIds?: readonly string[];
  };
  if (changes) return `${counted(changes.length, 'change')} · ${origin}`;
  if (problems) return problems.length ? counted(problems.length, 'problem') : 'none any more';
  if (regionIds) return regionIds.length ? counted(regionIds.length, 'region') : 'nothing';
  if (completion)
    return `task ${taskId} · ${counted((completion.result as readonly unknown[] | undefined)?.length ?? 0, 'result')}`;
  return taskId === undefined ? '' : `task ${taskId}`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
