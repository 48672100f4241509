import { type Dict, isList, type Json } from '../../model/json.js';

/** Keys of the values of controls that say something of what is marked. */
const keys = ['choices', 'text', 'rating', 'number', 'datetime', 'taxonomy', 'selected', 'ranker'] as const;

/** What a control that marks nothing says: the one thing where its list has but one. Undefined: it says nothing. */
export function answerIn(value: Dict): Json | undefined {
  for (const key of keys) {
    const said = value[key];
    if (said === undefined) continue;
    return isList(said) && said.length === 1 && key !== 'taxonomy' ? said[0] : said;
  }
  return undefined;
}

/** What a region's `meta` says of it: its note as `text`, and whatever else was put there. */
export function noteIn(meta: Json | undefined): Dict | undefined {
  if (typeof meta !== 'object' || meta === null || isList(meta)) return undefined;
  const { lead_time: _, ...rest } = meta as Dict;
  return Object.keys(rest).length > 0 ? rest : undefined;
}
