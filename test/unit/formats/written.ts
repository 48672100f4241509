import { readConfigFacts } from '../../../src/formats/config-facts.js';
import { MemorySink } from '../../../src/formats/files.js';
import type { ExportFormat, MediaSource } from '../../../src/formats/format.js';
import { Losses } from '../../../src/formats/losses.js';

/** Writes tasks in a format. */
export async function written<Options>(
  format: ExportFormat<Options>,
  config: string,
  tasks: readonly object[],
  options: Partial<Options> = {},
  media?: MediaSource,
) {
  const sink = new MemorySink();
  const losses = new Losses();
  const writer = format.begin(
    { config: readConfigFacts(config), sink, lose: losses.add, ...(media && { media }) },
    options,
  );
  for (const task of tasks) await writer.write(task as never);
  await writer.end();
  return { sink, losses, messages: losses.summary.map(({ message }) => message) };
}
