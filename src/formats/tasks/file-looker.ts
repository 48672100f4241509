import type { InFile } from '../files.js';
import type { Losses } from '../losses.js';
import type { Budget } from './budget.js';
import { lookAtCsv } from './csv-tasks.js';
import type { DataNeeds } from './data-needs.js';
import type { Fault, Report } from './fault.js';
import type { ConfigGuess } from './guess.js';
import { lookAtJson } from './json-tasks.js';
import type { FileKind } from './kinds.js';
import type { Leaf } from './leaves.js';
import { maxErrors, type TaskImportOptions } from './options.js';
import type { Looking, Reading } from './reading.js';
import { lookAtHtml, lookAtText, mediaTask } from './text-tasks.js';

/** What a first look into a file told. */
export interface Look {
  readonly reading?: Reading;
  readonly faults: readonly Fault[];
  /** There may be more than are listed. */
  readonly faultCount: number;
}

/** Looks into files for their tasks and for what is wrong with them. */
export class FileLooker {
  readonly #options: Partial<TaskImportOptions>;
  readonly #guess: ConfigGuess;
  readonly #losses: Losses;
  readonly #needs: DataNeeds;

  /** @param guess is asked where the config shows nothing */
  constructor(options: Partial<TaskImportOptions>, needs: DataNeeds, guess: ConfigGuess, losses: Losses) {
    this.#options = options;
    this.#needs = needs;
    this.#guess = guess;
    this.#losses = losses;
  }

  /**
   * Faults are in the order of their places. Where the budget is over, the file was not read to its end, and they mean
   * nothing.
   */
  async look(leaf: Leaf, budget: Budget): Promise<Look> {
    const most = this.#options.maxErrors ?? maxErrors;
    const faults: Fault[] = [];
    let faultCount = 0;
    const { path } = leaf.file;
    const file: InFile = { path, bytes: () => budget.meter(leaf.file.bytes()) };
    let isTold = false;
    const looking: Looking = {
      report: ({ isLast, ...fault }) => {
        if (isTold) return;
        isTold = isLast === true;
        if (faultCount++ < most) faults.push(fault);
      },
      lose: (loss) => this.#losses.add({ ...loss, file: path }),
    };
    try {
      const reading = await this.#readingOf({ ...leaf, file }, looking);
      faults.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
      return { ...(reading && { reading }), faults, faultCount };
    } catch (reason) {
      looking.report({
        message: `The file cannot be read: ${reason instanceof Error ? reason.message : String(reason)}`,
      });
      return { faults, faultCount };
    }
  }

  async #readingOf({ file, kind, isPacked }: Leaf, looking: Looking): Promise<Reading | undefined> {
    const {
      compat = false,
      whole = false,
      typing = 'infer',
      tablesAreTasks,
      trimLines,
      emptyLines = 'keep',
      urlOf,
    } = this.#options;
    const needs = this.#needs;
    const { report } = looking;
    if (kind === 'json' || kind === 'json-lines')
      return lookAtJson(file, kind === 'json-lines', needs, compat, whole, looking);
    if ((kind === 'csv' || kind === 'tsv') && (tablesAreTasks ?? (compat === '0.9.1' || !needs.isTimeSeries))) {
      const separator = kind === 'csv' ? ',' : '\t';
      return lookAtCsv(file, needs, { separator, typing, exactIntegers: !compat }, looking);
    }
    const key = this.#keyFor(file, kind, report);
    if (key === undefined) return undefined;
    if (compat !== 'cli') for (const message of needs.faults({ [key]: '' })) report({ message });
    if (kind === 'text') {
      return lookAtText(file, key, { trimLines: trimLines ?? compat === 'cli', emptyLines }, report);
    }
    if (kind === 'html') return lookAtHtml(file, key, report);
    if (isPacked) {
      // How much is unpacked counts, though nothing of it is looked at yet.
      for await (const _ of file.bytes());
    }
    return mediaTask(key, urlOf ?? (({ path }) => path), compat === 'cli');
  }

  /** The key of the one thing that the config shows. */
  #keyFor(file: InFile, kind: FileKind, report: Report): string | undefined {
    const { compat = false, inputFormat = 'auto' } = this.#options;
    const [key, ...others] = this.#needs.keys;
    if (key !== undefined) {
      if (others.length === 0 || compat === 'cli') return key;
      const message = `The config shows several things (${[key, ...others].join(', ')}), and this file is only one. Give them together in JSON or CSV.`;
      report({ message });
      return undefined;
    }
    if (inputFormat !== 'auto') {
      report({ message: 'Give a config with a tag that shows these files; its data key is needed.' });
      return undefined;
    }
    // Where the peers put what they have no key for.
    if (compat && (compat !== '0.9.1' || kind === 'text')) return '$undefined$';
    return this.#guess.keyFor(file, report);
  }
}
