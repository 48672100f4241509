import { readConfigFacts } from '../../../../src/formats/config-facts.js';
import { fastlabel } from '../../../../src/formats/fastlabel/export-fastlabel.js';
import { fastlabelImport } from '../../../../src/formats/fastlabel/import-fastlabel.js';
import { MemorySink } from '../../../../src/formats/files.js';
import { Losses } from '../../../../src/formats/losses.js';
import type { Dict } from '../../../../src/model/json.js';
import { read, textFile } from '../picture-format.js';

/** Tasks of FastLabel as ours, with the config that was made. */
export const imported = (tasks: unknown, options: Parameters<typeof fastlabelImport.read>[2] = {}, xml?: string) =>
  read(fastlabelImport, [textFile('tasks.json', JSON.stringify(tasks))], {
    options,
    ...(xml !== undefined && { xml }),
  });

/** Our tasks as FastLabel's. */
export async function exported(
  tasks: readonly Dict[],
  xml: string,
  options: Parameters<typeof fastlabel.begin>[1] = {},
): Promise<{ readonly tasks: readonly Dict[]; readonly told: readonly string[]; readonly text: string }> {
  const [sink, losses] = [new MemorySink(), new Losses()];
  const writer = fastlabel.begin({ config: readConfigFacts(xml), sink, lose: losses.add }, options);
  for (const task of tasks) await writer.write(task);
  await writer.end();
  const text = sink.text(options.form === 'map' ? 'annotations.json' : 'tasks.json') ?? '';
  return { tasks: JSON.parse(text), told: losses.all.map(({ message }) => message), text };
}

/** FastLabel's tasks, read and written again. */
export async function there(tasks: readonly Dict[]) {
  const here = await imported(tasks);
  const back = await exported(here.tasks, here.config);
  return { ...back, told: [...here.told, ...back.told], here };
}
