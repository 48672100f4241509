import { type CallOptions, connect, type Remote } from '../../../src/media/remote/remote.js';
import type { Dict } from '../../../src/model/json.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { type DroppedFile, droppedFiles, pickedFiles } from './dropped-files.js';
import type { ExchangeMethods } from './exchange.worker.js';
import { ExchangeDialog } from './exchange-dialog.js';
import { ExportMenu } from './export-menu.js';
import type { ShownTask } from './messages.js';
import { TaskSteps } from './task-steps.js';
import { withCompletion } from './with-completion.js';

interface ExchangeOptions {
  readonly editor: LabelEditor;
  /** Where buttons and steps are. */
  readonly page: HTMLElement;
  /** The config on show. */
  readonly config: () => string;
  /** The task on show where none was imported. */
  readonly task: () => Dict;
  /** What an export is called. */
  readonly name: () => string;
  /** Puts an imported task on the page. */
  readonly show: (imported: { readonly task: Dict; readonly config?: string; readonly about?: string }) => void;
}

/** Tasks into the playground and out of it. What takes long runs in a worker, which has the tasks. */
export class Exchange {
  readonly #options: ExchangeOptions;
  readonly #dialog: ExchangeDialog;
  readonly #steps: TaskSteps;
  #remote: Remote<ExchangeMethods> | undefined;
  /** The imported task on show, as it was when it came; undefined while the editor has not read it yet. */
  #current: { readonly index: number; readonly task: Dict } | undefined;
  /** One step after another: each keeps what was done before it goes on. */
  #going: Promise<void> = Promise.resolve();

  constructor(options: ExchangeOptions) {
    this.#options = options;
    const { page } = options;
    this.#dialog = new ExchangeDialog(document.body);
    this.#steps = new TaskSteps(part(page, '#steps'), (index) => this.#go(index));
    new ExportMenu(part(page, '#export'), part(page, '#export-menu'), {
      formats: () => this.#worker.call('formats', options.config()),
      choose: (format) => void this.#export(format),
    });
    const picker = part<HTMLInputElement>(page, '#import-files');
    part(page, '#import').addEventListener('click', () => picker.click());
    picker.addEventListener('change', () => {
      const files = pickedFiles(picker.files ?? []);
      // The same files can be picked again.
      picker.value = '';
      void this.import(files);
    });
    this.#takeDrops(part(page, '#drop'));
    // On a phone there is no room in the bar.
    const narrow = window.matchMedia('(width < 640px)');
    const [buttons, settings] = [part(page, '#exchange-buttons'), part(page, '#settings')];
    const { nextSibling: after, parentNode: bar } = buttons;
    const place = () => (narrow.matches ? settings.prepend(buttons) : bar?.insertBefore(buttons, after));
    narrow.addEventListener('change', place);
    place();
  }

  /** Leaves the imported tasks alone; they are there again with `resume`. */
  async leave(): Promise<void> {
    await this.#keep();
    this.#current = undefined;
    this.#steps.hide();
  }

  async resume(): Promise<void> {
    await this.#go(this.#steps.at);
  }

  async import(files: readonly DroppedFile[], format = 'auto'): Promise<void> {
    if (files.length === 0) return;
    await this.#keep();
    const outcome = await this.#work('Import', (options) =>
      this.#worker.call('import', { files, format, config: this.#options.config() }, options),
    );
    if (!outcome) return;
    const { errors, errorCount, losses, count, config } = outcome;
    if (errorCount > 0) {
      const text = `Nothing was imported, as there ${errorCount === 1 ? 'is an error' : `are ${errorCount} errors`}.`;
      this.#dialog.end({ title: 'Import', text, errors, errorCount, losses });
      return;
    }
    const from = outcome.format === 'TASKS' ? '' : ` out of ${outcome.format}`;
    const about = `${counted(count, 'task')}${from}`;
    this.#current = undefined;
    this.#steps.begin(count);
    await this.#go(0, { config, about });
    this.#dialog.end(
      losses.length > 0 ? { title: 'Import', text: `${about}. Not all came along:`, losses } : undefined,
    );
  }

  async #export(format: string): Promise<void> {
    const { config, task, name, editor } = this.#options;
    await this.#keep();
    const tasks = this.#current ? undefined : [withCompletion(task(), editor.completion)];
    const outcome = await this.#work('Export', (options) =>
      this.#worker.call('export', { format, config: config(), tasks, name: name() }, options),
    );
    if (!outcome) return;
    const { blob, losses, count, files } = outcome;
    download(blob, outcome.name);
    const text = `${counted(count, 'task')}, ${counted(files, 'file')} in ${outcome.name}.`;
    this.#dialog.end(
      losses.length > 0 ? { title: `Export to ${format}`, text: `${text} Not all came along:`, losses } : undefined,
    );
  }

  /** Undefined where it was cancelled, or failed, which is said. */
  async #work<T>(title: string, act: (options: CallOptions) => Promise<T>): Promise<T | undefined> {
    const controller = new AbortController();
    this.#dialog.begin(title, () => controller.abort());
    try {
      return await act({ signal: controller.signal, onProgress: (stage) => this.#dialog.at(stage) });
    } catch (reason) {
      if (controller.signal.aborted) return undefined;
      const text = reason instanceof Error ? reason.message : String(reason);
      this.#dialog.end({ title, text });
      return undefined;
    }
  }

  /** What was done to the task on show. */
  async #keep(): Promise<void> {
    if (!this.#current) return;
    const { index, task } = this.#current;
    await this.#worker.call('keep', { index, task: withCompletion(task, this.#options.editor.completion) });
  }

  #go(index: number, imported?: { readonly config: string; readonly about: string }): Promise<void> {
    this.#going = this.#going.then(async () => {
      await this.#keep();
      const found: ShownTask | undefined = await this.#worker.call('task', index);
      if (!found) return;
      const { editor, show } = this.#options;
      this.#current = undefined;
      this.#steps.show(index);
      show({ task: found.shown, ...imported });
      await editor.ready;
      this.#current = { index, task: found.task };
    });
    return this.#going;
  }

  #takeDrops(cover: HTMLElement): void {
    let depth = 0;
    const set = (next: number) => {
      depth = Math.max(0, next);
      cover.hidden = depth === 0;
    };
    const brings = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    window.addEventListener('dragenter', (event) => brings(event) && set(depth + 1));
    window.addEventListener('dragleave', (event) => brings(event) && set(depth - 1));
    window.addEventListener('dragover', (event) => brings(event) && event.preventDefault());
    window.addEventListener('drop', (event) => {
      if (!brings(event) || !event.dataTransfer) return;
      event.preventDefault();
      set(0);
      void droppedFiles(event.dataTransfer).then((files) => this.import(files));
    });
  }

  /** Started when it is needed. */
  get #worker(): Remote<ExchangeMethods> {
    this.#remote ??= connect<ExchangeMethods>(
      new Worker(new URL('./exchange.worker.js', import.meta.url), { type: 'module' }),
    );
    return this.#remote;
  }
}

function part<E extends HTMLElement = HTMLElement>(page: HTMLElement, selector: string): E {
  const found = page.querySelector<E>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
