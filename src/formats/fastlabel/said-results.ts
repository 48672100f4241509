import { newId } from '../../base/ids.js';
import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import { askedBy, type Said, sorted } from './attributes.js';
import type { FastlabelControls } from './controls.js';
import type { Medium } from './medium.js';
import type { Tell } from './shapes.js';

interface SaidMaking {
  readonly medium: Medium;
  readonly controls: FastlabelControls;
}

/** Answers about all of a task. */
export function saidOfTask(attributes: Json | undefined, { medium, controls }: SaidMaking, tell: Tell): Dict[] {
  const { said, rest } = sorted(attributes);
  if (rest.some((each) => isDict(each) && !isEmpty(each.value))) {
    tell(
      'not-carried',
      'An attribute has a value that is no text, number, list of texts, or yes or no; it is left out.',
    );
  }
  return said.flatMap((each) => {
    const result = saidResult(each, medium, controls, undefined, tell);
    return result ? [{ id: newId(), ...result }] : [];
  });
}

const isEmpty = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (isList(value) && value.length === 0);

/** @param region what says where the region is; undefined for all of a task */
export function saidResult(
  said: Said,
  medium: Medium,
  controls: FastlabelControls,
  region: Dict | undefined,
  tell: Tell,
): Dict | undefined {
  const values = typeof said.value === 'number' ? [] : said.value;
  const place = controls.asking(medium, said, values, region !== undefined);
  if (!place) {
    tell('not-carried', `The config has nothing that asks for "${said.key}"; it is left out.`);
    return undefined;
  }
  return { ...place, value: { ...region, [askedBy[said.asking].value]: said.value } };
}
