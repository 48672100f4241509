import type { TagNode } from '../contract/tag.js';
import type { CompletionDoc, ControlValue, Region } from '../model/document.js';
import { isDict, isList, type Json } from '../model/json.js';

/** What conditions are asked of. `selected`: the selected regions; empty when only the results count. */
export interface Situation {
  readonly doc: CompletionDoc;
  readonly selected: readonly Region[];
  /** Whether a question is still asked: answers to one that is hidden by another answer do not count as chosen. */
  isAsked(fromName: string, about: Situation): boolean;
  /** What is shown for a word that a control's results say; undefined where it is that word. */
  shownAs(fromName: string, word: string): string | undefined;
  valuesOf(regionId: string): readonly ControlValue[];
}

/** Whether a tag's own `visibleWhen`, `when…` and `perRegion` let it be shown; its ancestors are asked separately. */
export function isShown(node: TagNode, situation: Situation): boolean {
  const { attributes } = node;
  if (attributes.perRegion === true && !situation.selected.some((region) => accepts(node, region, situation))) {
    return false;
  }
  switch (lower(attributes.visibleWhen)) {
    case 'region-selected':
      return situation.selected.some((region) => accepts(node, region, situation));
    case 'no-region-selected':
      return situation.selected.length === 0;
    case 'choice-selected':
      return isChosen(node, situation);
    case 'choice-unselected':
      return !isChosen(node, situation);
    default:
      return attributes.whenChoiceValue === undefined || isChosen(node, situation);
  }
}

/**
 * Whether an answer may be written: a condition on a choice, its own or an ancestor's, must hold, and a per-region
 * answer needs a region with the right label. What is merely not selected right now is written.
 *
 * @param lineage the tag and its ancestors, innermost first
 */
export function isWritten(value: ControlValue, lineage: readonly TagNode[], situation: Situation): boolean {
  const [control] = lineage;
  const region = value.regionId === undefined ? undefined : situation.doc.regions.get(value.regionId);
  if (control && region && control.attributes.perRegion === true && !hasLabel(control, region, situation)) return false;
  return isAsked(lineage, { ...situation, selected: region ? [region] : [] });
}

/** Whether no condition on a choice hides a tag, as the answers are. */
export function isAsked(lineage: readonly TagNode[], situation: Situation): boolean {
  return lineage.every((node) => {
    const when = lower(node.attributes.visibleWhen);
    if (when === 'choice-selected') return isChosen(node, situation);
    if (when === 'choice-unselected') return !isChosen(node, situation);
    return true;
  });
}

/** Whether a per-region tag is about this region: by its object or labels control, and by the label it asks for. */
export function accepts(node: TagNode, region: Region, situation: Situation): boolean {
  if (node.toNames.length > 0 && !node.toNames.includes(region.toName)) return false;
  return hasRole(node, region, situation) && hasLabel(node, region, situation);
}

/** Whether a region is a message by one of the roles that a tag asks for, if it asks for any. */
export function hasRole(node: TagNode, region: Region, { valuesOf }: Situation): boolean {
  const wanted = lower(node.attributes.whenRole);
  if (wanted === '') return true;
  const roles = wanted.split(',').map((role) => role.trim());
  return valuesOf(region.id).some(
    ({ fromName, value }) => fromName === region.fromName && isDict(value) && roles.includes(lower(value.role)),
  );
}

function hasLabel(node: TagNode, region: Region, situation: Situation): boolean {
  const values = situation.valuesOf(region.id);
  const tagName = text(node.attributes.whenTagName);
  // The peer's code means the labels control here, its docs the object tag: either will do.
  const named = tagName === '' ? values : values.filter(({ fromName }) => fromName === tagName);
  if (tagName !== '' && tagName !== region.toName && region.fromName !== tagName && named.length === 0) return false;
  const wanted = text(node.attributes.whenLabelValue);
  if (wanted === '') return true;
  return (tagName === region.toName ? values : named).some(({ value }) => meets(words(value), wanted));
}

function isChosen(node: TagNode, situation: Situation): boolean {
  const { doc, selected } = situation;
  const tagName = text(node.attributes.whenTagName);
  const wanted = text(node.attributes.whenChoiceValue);
  for (const { fromName, regionId, value } of doc.values.values()) {
    if (tagName !== '' && fromName !== tagName) continue;
    if (regionId !== undefined && !selected.some(({ id }) => id === regionId)) continue;
    const said = words(value);
    // A condition may name a choice by what results say or by what is shown.
    const meet = () =>
      meets(said, wanted) ||
      meets(
        said.flatMap((word) => situation.shownAs(fromName, word) ?? []),
        wanted,
      );
    if (wanted === '' ? said.length === 0 : !meet()) continue;
    if (situation.isAsked(fromName, situation)) return true;
  }
  return false;
}

/** A comma list, any of which will do; a word that itself contains commas is tried as a whole first. */
function meets(said: readonly string[], wanted: string): boolean {
  return said.includes(wanted) || wanted.split(',').some((word) => said.includes(word.trim()));
}

/** The words in an answer; a path counts by its last word and as a whole. */
function words(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (!isList(value)) return [];
  return value.flatMap((item) => (isList(item) ? [String(item.at(-1) ?? ''), item.join('/')] : [String(item)]));
}

const text = (value: Json | undefined) => (typeof value === 'string' ? value : '');
const lower = (value: Json | undefined) => text(value).toLowerCase();
