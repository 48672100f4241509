import { type Dict, isList, type Json } from '../../model/json.js';
import type { ConfigFacts } from '../config-facts.js';
import type { Compat, ExportContext, ExportFormat, TaskWriter } from '../format.js';
import { annotatorOf, type Item, type ItemResult, itemsOf } from '../items.js';
import { extensionOf, pathIn, stemOf } from '../pictures/file-names.js';
import { Batch } from '../table/batch.js';
import { placeOf, tellLeftOut } from '../table/left-out.js';
import { wavDuration } from './wav.js';

const FORMAT = 'ASR_MANIFEST';
const FILE = 'manifest.json';

export interface AsrOptions extends Compat {
  /** Seconds that a sound plays which is no WAV; undefined where it cannot be told. */
  readonly durationOf: (bytes: Uint8Array, url: string) => Promise<number | undefined> | number | undefined;
}

/** A sound in the folder of the manifest. */
interface Sound {
  readonly path: string;
  readonly duration: number;
}

/**
 * What was said, one JSON object on each line of `manifest.json`: `{ audio_filepath, duration, text, annotator }`, seconds;
 * sounds go into `audio/`. Transcripts of regions have an `offset`, and the duration of their region.
 * https://docs.nvidia.com/nemo-framework/user-guide/latest/nemotoolkit/asr/datasets.html
 */
export const asrFormat: ExportFormat<AsrOptions> = {
  name: FORMAT,
  about: 'Transcripts of sounds, one JSON object on each line, with the sounds.',
  refusal({ objects, controls, dataKeys }) {
    if (!objects.some(isSound)) return 'ASR_MANIFEST is about sounds, and the config plays none.';
    if (!controls.some(({ tag }) => tag === 'TextArea'))
      return 'ASR_MANIFEST has transcripts, and the config has no TextArea.';
    return dataKeys.length > 1
      ? 'ASR_MANIFEST has one sound for each task, and the config shows several things.'
      : undefined;
  },
  begin(context, options = {}): TaskWriter {
    const { config, sink, lose } = context;
    const batch = new Batch((piece) => sink.write(FILE, piece));
    const sounds = new Sounds(context, options);
    const key = keyOf(config);
    return {
      async write(task) {
        const items = itemsOf(task, config);
        tellLeftOut(task, items, FORMAT, lose);
        for (const item of items) {
          const said = transcriptsOf(item, context, options.compat ?? false);
          if (said.length === 0) continue;
          const sound = await sounds.at(key === undefined ? undefined : item.data[key], item);
          if (!sound) continue;
          const annotator = String(annotatorOf(item.completion) ?? '');
          for (const { text, offset, duration } of said) {
            const line = {
              audio_filepath: sound.path,
              ...(offset !== undefined && { offset }),
              duration: duration ?? sound.duration,
              text,
              annotator,
            };
            await batch.add(`${JSON.stringify(line)}\n`);
          }
        }
      },
      async end() {
        // A manifest without lines is one too.
        await sink.write(FILE, '');
        await batch.flush();
      },
    };
  },
};

const isSound = ({ tag }: { readonly tag: string }) => tag === 'Audio' || tag === 'AudioPlus';

const keyOf = ({ objects, dataKeys }: ConfigFacts): string | undefined =>
  objects.find((object) => isSound(object) && dataKeys.includes(object.key))?.key ?? dataKeys[0];

interface Transcript {
  readonly text: string;
  readonly offset?: number;
  readonly duration?: number;
}

function transcriptsOf(item: Item, { lose }: ExportContext, compat: Compat['compat']): readonly Transcript[] {
  const [first, ...others] = item.results.filter(({ value }) => textIn(value.text) !== undefined);
  const place = placeOf(item.task, item.completion);
  if (!first) {
    lose({ code: 'incomplete', message: `A completion without a transcript is not in ${FORMAT}.`, ...place });
    return [];
  }
  const tell = (result: Dict, message: string) =>
    lose({ code: 'not-carried', message, ...placeOf(item.task, item.completion, result) });
  for (const each of item.results) {
    if (textIn(each.value.text) === undefined) {
      tell(each.result, `Answers other than transcripts are not in ${FORMAT}; export JSON to keep them.`);
    } else if (isList(each.value.text) && each.value.text.length > 1) {
      tell(each.result, `Only the first text of a TextArea is in ${FORMAT}.`);
    }
  }
  const regions = compat ? [] : [first, ...others].flatMap(regionOf);
  if (regions.length > 0) return regions;
  for (const { result } of others) tell(result, `Only the first transcript of a sound is in ${FORMAT}.`);
  return [{ text: textIn(first.value.text) ?? '' }];
}

const textIn = (text: Json | undefined): string | undefined => {
  const first = isList(text) ? text[0] : text;
  return typeof first === 'string' ? first : undefined;
};

function regionOf({ value }: ItemResult): readonly Transcript[] {
  const { start, end } = value;
  const text = textIn(value.text);
  return typeof start === 'number' && typeof end === 'number' && end > start && text !== undefined
    ? [{ text, offset: start, duration: end - start }]
    : [];
}

/** Sounds that were copied, each once. */
class Sounds {
  readonly #context: ExportContext;
  readonly #durationOf: AsrOptions['durationOf'] | undefined;
  readonly #known = new Map<string, Sound | undefined>();
  readonly #names = new Set<string>();

  constructor(context: ExportContext, { durationOf }: Partial<AsrOptions>) {
    this.#context = context;
    this.#durationOf = durationOf;
  }

  async at(url: Json | undefined, item: Item): Promise<Sound | undefined> {
    const tell = (message: string) =>
      this.#context.lose({ code: 'incomplete', message, ...placeOf(item.task, item.completion) });
    if (typeof url !== 'string' || url === '') {
      tell('A task has no address of a sound; it is left out.');
      return undefined;
    }
    if (!this.#known.has(url)) this.#known.set(url, await this.#copy(url));
    const sound = this.#known.get(url);
    if (!sound)
      tell('A sound cannot be fetched, or nothing tells how long it plays; it is left out. WAV files tell it.');
    return sound;
  }

  async #copy(url: string): Promise<Sound | undefined> {
    const { media, sink } = this.#context;
    try {
      const bytes = await media?.(url);
      if (!bytes) return undefined;
      const duration = wavDuration(bytes) ?? (await this.#durationOf?.(bytes, url));
      if (duration === undefined || !Number.isFinite(duration)) return undefined;
      const path = `audio/${this.#nameOf(url)}`;
      await sink.write(path, bytes);
      return { path, duration };
    } catch {
      // A host's function failed: as if there were no sound.
      return undefined;
    }
  }

  #nameOf(url: string): string {
    const path = pathIn(url);
    const last = path.slice(path.lastIndexOf('/') + 1);
    // A name must not lead out of its folder, nor be one that file systems reserve.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    const bare = last.replace(/[\u0000-\u001f<>:"|?*]/g, '_').replace(/^\.+$/, '');
    const base = bare.slice(-200) || 'sound';
    for (let count = 1; ; count++) {
      const name = count === 1 ? base : `${stemOf(base)}_${count}${extensionOf(base)}`;
      if (this.#names.has(name)) continue;
      this.#names.add(name);
      return name;
    }
  }
}
