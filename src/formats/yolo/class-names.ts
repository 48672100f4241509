import { isDict, isList } from '../../model/json.js';
import type { InFile } from '../files.js';
import type { Loss } from '../losses.js';
import { jsonOf, textOf } from '../pictures/read-file.js';

export interface YoloNames {
  readonly classes: readonly string[];
  /** Of the points of bodies. */
  readonly points: readonly string[];
}

/** Names of classes: from `classes.txt`, or `names` in `data.yaml`; of points from `notes.json`, where Label Studio puts them. */
export async function readNames(files: readonly InFile[], lose: (loss: Loss) => void): Promise<YoloNames> {
  const named = (pattern: RegExp) => files.find(({ path }) => pattern.test(path));
  const list = named(/(^|\/)(classes|obj)\.(txt|names)$/i);
  const yaml = named(/(^|\/)data\.ya?ml$/i) ?? named(/^[^/]*\.ya?ml$/i);
  const notes = named(/(^|\/)notes\.json$/i);
  const points = notes ? pointsIn(await jsonOf(notes, lose)) : [];
  if (list) {
    const lines = (await textOf(list, lose)).replace(/\r?\n$/, '').split(/\r?\n/);
    return { classes: lines.map((line) => line.trim()), points };
  }
  if (yaml) return { classes: namesInYaml(await textOf(yaml, lose)), points };
  lose({ code: 'incomplete', message: 'There is no classes.txt; classes are called by their numbers.' });
  return { classes: [], points };
}

function pointsIn(notes: unknown): readonly string[] {
  const categories = isDict(notes) && isList(notes.categories) ? notes.categories : [];
  for (const category of categories) {
    if (isDict(category) && isList(category.keypoints)) return category.keypoints.map(String);
  }
  return [];
}

/** `names: [a, b]`, or below `names:` lines of `- a` or `0: a`: all that data sets of Ultralytics use of YAML. */
export function namesInYaml(text: string): string[] {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => /^names\s*:/.test(line));
  const inline = /^names\s*:\s*\[(.*)\]\s*(#.*)?$/.exec(lines[start] ?? '')?.[1];
  if (inline !== undefined) return inline.split(',').map(plain).filter(Boolean);
  const names: string[] = [];
  for (const line of start < 0 ? [] : lines.slice(start + 1)) {
    if (/^\s*(#.*)?$/.test(line)) continue;
    const [, index, name] = /^\s*(?:-|(\d+)\s*:)\s+(.*)$/.exec(line) ?? [];
    if (name === undefined) break;
    const place = index === undefined ? names.length : Number(index);
    if (place < 10_000) names[place] = plain(name);
  }
  return Array.from(names, (name) => name ?? '');
}

const plain = (text: string): string => {
  const bare = text.trim();
  const [, quoted] = /^(?:"(.*)"|'(.*)')$/.exec(bare)?.filter((part) => part !== undefined) ?? [];
  return quoted ?? bare.replace(/\s+#.*$/, '');
};
