import type { Option } from '../../contract/tag.js';
import type { TagContext } from '../../contract/view.js';
import { isList, type Json } from '../../model/json.js';
import { flag, number, text } from '../parts/attributes.js';

/** The labels in a control's value; undefined when it has none at all (not even the blank label). */
export function labelsIn(value: Json | undefined): readonly string[] | undefined {
  if (typeof value === 'string') return [value];
  return isList(value) ? value.filter((label) => typeof label === 'string') : undefined;
}

/**
 * Presses a label: puts it on the selected regions or takes it off; with none selected, arms or disarms it. A label that
 * is used up is refused with a remark; the last label of a region stays, unless `allowEmpty`.
 */
export function pressLabel(context: TagContext, id: string, option: Option | undefined): void {
  if (context.readonly || context.locked) return;
  const { attributes } = context.node;
  const picked = labelsIn(context.value) ?? [];
  const onRegions = context.target.of === 'regions';
  if (picked.includes(id)) {
    const rest = picked.filter((label) => label !== id);
    if (rest.length > 0) context.setValue(rest);
    else if (!onRegions) context.setValue(undefined);
    else if (flag(attributes, 'allowEmpty')) context.setValue([]);
    return;
  }
  const limit = option && (number(option.attributes, 'maxUsages') ?? number(attributes, 'maxUsages'));
  const added = context.target.of === 'regions' ? Math.max(1, context.target.ids.length) : 1;
  if (limit !== undefined && context.usages(id) + added > limit) {
    context.notify(`You can't use ${option?.value ?? id} more than ${limit} time(s)`);
    return;
  }
  const multiple = text(attributes, 'choice')?.toLowerCase() === 'multiple';
  context.setValue(multiple ? [...picked, id] : [id]);
}

/** Presses the blank label of `allowEmpty`: a region without labels, or drawing one. */
export function pressBlank(context: TagContext): void {
  if (context.readonly || context.locked) return;
  const isBlank = labelsIn(context.value)?.length === 0;
  if (!isBlank) context.setValue([]);
  else if (context.target.of !== 'regions') context.setValue(undefined);
}
