import type { Dict, Json } from '../../model/json.js';
import type { ExportFormat, TaskWriter } from '../format.js';
import { type Item, idIn, itemsOf } from '../items.js';
import { type Answer, answersOf, isKept } from './answers.js';
import { JsonList } from './json.js';
import { placeOf, tellLeftOut } from './left-out.js';
import { plainJson } from './plain-json.js';
import { chosen, factsOf, isMinimal, type TableOptions } from './profile.js';

const FORMAT = 'JSON_MIN';

/** One flat record for each completion: data, `id`, one key for each control that answered. `result.json`, a list. */
export const jsonMinFormat: ExportFormat<TableOptions> = {
  name: FORMAT,
  about: 'One flat record for each completion: the data and the answers.',
  refusal: () => undefined,
  begin({ config, sink, lose }, options = {}): TaskWriter {
    const list = new JsonList((piece) => sink.write('result.json', piece));
    const minimal = isMinimal(options);
    return {
      async write(task) {
        const items = itemsOf(task, config);
        tellLeftOut(task, items, FORMAT, lose, (result) => isKept(result, config));
        for (const item of chosen(items, options)) {
          const answers = answersOf(item, config, options.compat);
          const place = placeOf(task, item.completion);
          for (const { name } of answers) {
            if (!Object.hasOwn(item.data, name)) continue;
            const message = `The data "${name}" has the name of a control, whose answer takes its place in ${FORMAT}; rename the control, or export CSV.`;
            lose({ code: 'not-carried', message, ...place });
          }
          await list.add(plainJson(recordOf(item, answers, minimal), lose, place));
        }
      },
      end: () => list.end(),
    };
  },
};

function recordOf(item: Item, answers: readonly Answer[], minimal: boolean): Dict {
  const id = idIn(item.task);
  const entries: (readonly [string, Json])[] = Object.entries(item.data);
  if (id !== undefined) entries.push(['id', id]);
  for (const { name, value } of answers) entries.push([name, value]);
  if (!minimal) entries.push(...factsOf(item));
  // Not by assignment: a name may be `__proto__`.
  return Object.fromEntries(entries);
}
