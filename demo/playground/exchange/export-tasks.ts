import { zipSync } from 'fflate';
import { exportFormats, exportTasks, readConfigFacts } from '../../../src/formats.js';
import type { Dict } from '../../../src/model/json.js';
import type { DroppedMedia } from './dropped-media.js';
import type { ExportOutcome, FormatChoice, Stage, ToExport } from './messages.js';
import { Pace } from './pace.js';
import { toldOf } from './told.js';

/** All formats; those that cannot hold what the config asks for say why. */
export function formatsFor(config: string): readonly FormatChoice[] {
  const facts = readConfigFacts(config);
  return exportFormats.map(({ name, about, refusal }) => ({ name, about, refusal: refusal(facts) }));
}

interface Given {
  readonly tasks: readonly Dict[];
  readonly media: DroppedMedia;
}

/** The one file of an export, or all of them packed. */
export async function exportTo(
  { format: wanted, config, name }: ToExport,
  { tasks, media }: Given,
  signal: AbortSignal,
  tell: (stage: Stage) => void,
): Promise<ExportOutcome> {
  const format = exportFormats.find((each) => each.name === wanted);
  if (!format) throw new Error(`There is no format ${wanted}.`);
  const pace = new Pace(signal, tell);
  async function* paced() {
    for (const [index, task] of tasks.entries()) {
      yield task;
      const wait = pace.count('Writing', index + 1, tasks.length);
      if (wait) await wait;
    }
  }
  const { files, losses, summary, count } = await exportTasks(paced(), format, {
    config,
    media: (url) => media.bytes(url),
  });
  await pace.at({ doing: 'Packing', done: count, all: count, unit: 'tasks' });
  const told = toldOf(losses, summary);
  const stem = `${name}-${format.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  const [only] = files;
  if (files.size === 1 && only) {
    const [path, bytes] = only;
    const ending = /\.[^./]+$/.exec(path)?.[0] ?? '';
    return { name: stem + ending, blob: blobOf(bytes), files: 1, count, losses: told };
  }
  const zip = zipSync(Object.fromEntries(files));
  return { name: `${stem}.zip`, blob: blobOf(zip, 'application/zip'), files: files.size, count, losses: told };
}

const blobOf = (bytes: Uint8Array, type = 'application/octet-stream'): Blob =>
  new Blob([bytes as Uint8Array<ArrayBuffer>], { type });
