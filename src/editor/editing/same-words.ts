import { codePoints } from '../../base/codepoints.js';
import type { MediaFacts, ShapeModule, Sight } from '../../contract/shape.js';
import { type ControlValue, nextOrder, type Region } from '../../model/document.js';
import type { Action } from '../actions/actions.js';
import type { Editor } from '../editor.js';
import { type Control, controlOf, controlsOf, isLabels, labelWords, objectOf, shapeOn } from '../regions/controls.js';
import { putRegion } from '../regions/draft.js';
import { deleteRegions, selected, sightOf } from '../regions/regions.js';
import { mostUses } from '../regions/usages.js';
import { occurrences } from './occurrences.js';

/** A stretch in code points, `end` excluded. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A region that marks text, with where and what that is. */
interface Marked extends Stretch {
  readonly region: Region;
  readonly shape: ShapeModule;
  readonly sight: Sight;
  readonly facts: MediaFacts & { readonly text: string };
  readonly text: string;
}

/** What a region is to be: like another one, in another place. */
interface Made extends Stretch {
  readonly like: Marked;
  readonly control: Control;
  readonly labels: readonly ControlValue[];
}

/** What is done with all places that say the same. None where the config marks no text. Observable. */
export function sameWordsActions(editor: Editor): readonly Action[] {
  if (!marksText(editor)) return [];
  const group = 'Text';
  const isPicked = () => selected(editor).some(({ shape }) => editor.registry.shape(shape)?.space === 'flow');
  const mayWrite = () => !editor.readonly && isPicked();
  return [
    {
      name: 'text:mark-same',
      title: 'Mark all same words',
      keys: 'alt+s',
      group,
      icon: 'highlighter',
      enabled: mayWrite,
      run: () => markSame(editor, false),
    },
    {
      name: 'text:mark-same-any-case',
      title: 'Mark all same words in any case',
      keys: 'alt+shift+s',
      group,
      icon: 'case-sensitive',
      enabled: mayWrite,
      run: () => markSame(editor, true),
    },
    {
      name: 'text:select-same',
      title: 'Select all with this text',
      keys: 'alt+shift+a',
      group,
      icon: 'text-select',
      enabled: isPicked,
      run: () => selectSame(editor),
    },
    {
      name: 'text:remove-same',
      title: 'Delete all with this text and label',
      keys: 'alt+backspace, alt+delete',
      group,
      icon: 'trash-2',
      enabled: mayWrite,
      run: () => removeSame(editor),
    },
  ];
}

const marksText = ({ config, registry }: Editor): boolean =>
  config.nodes.some((node) => {
    const object = objectOf(node);
    if (!object || node.name === undefined) return false;
    return controlsOf(config, node.name).some(
      (control) => registry.shape(shapeOn(control, object) ?? '')?.space === 'flow',
    );
  });

/** Marks what the text of the selected regions says elsewhere as they are marked, as one undo step. */
function markSame(editor: Editor, anyCase: boolean): void {
  const { completion, notices, readonly } = editor;
  if (!completion || readonly) return;
  const sources = selected(editor).flatMap((region) => markedBy(editor, region) ?? []);
  const [first] = sources;
  if (!first) return;
  const { made, present, refusal } = placesFor(editor, sources, anyCase);
  if (made.length === 0 && refusal !== undefined) return notices.say(refusal, 'danger');
  if (made.length === 0) {
    const what = sources.length === 1 ? `“${shortened(first.text)}”` : 'of these';
    const none = `There is no other ${what} in the text.`;
    return notices.say(present > 0 ? `All ${count(present)} others are marked already.` : none);
  }
  const { store } = completion;
  store.edit(`Mark ${count(made.length)} more`, (write) => {
    let order = nextOrder(store.doc);
    // From one to the next, as between far places there is much text.
    let near: (Stretch & { readonly like: Marked; readonly geometry: unknown }) | undefined;
    for (const { like, control, labels, start, end } of made) {
      const { region, shape, sight } = like;
      const { toName, itemIndex } = region;
      const from: Stretch = near?.like === like ? near : like;
      const geometry = movedTo(
        shape,
        near?.like === like ? near.geometry : region.geometry,
        from,
        { start, end },
        sight,
      );
      near = { like, geometry, start, end };
      const values = labels.flatMap(({ fromName, value }) => {
        const speaker = controlOf(editor.config.byName.get(fromName));
        return speaker ? [{ control: speaker, value }] : [];
      });
      const place = { toName, shape: region.shape, geometry, ...(itemIndex !== undefined && { itemIndex }) };
      putRegion(store, write, { control, values }, place, order);
      order += Math.max(1, values.length);
    }
  });
  say(editor, `${count(made.length)} more marked${refusal === undefined ? '' : `. ${refusal}`}`);
}

interface Places {
  readonly made: readonly Made[];
  /** How many places are marked so already. */
  readonly present: number;
  /** Why not all could be taken. */
  readonly refusal: string | undefined;
}

function placesFor(editor: Editor, sources: readonly Marked[], anyCase: boolean): Places {
  const { faces, usages } = editor;
  const made: Made[] = [];
  const taken = new Set<string>();
  const uses = new Map<string, number>();
  let present = 0;
  let refusal: string | undefined;
  // Where letter case does not count, what is found has as many code points all the same.
  const lengths = new Set(sources.map(({ start, end }) => end - start));
  for (const region of editor.doc.regions.values()) {
    const marked = markedBy(editor, region);
    if (marked && lengths.has(marked.end - marked.start)) {
      taken.add(`${placeOf(region)} ${signatureOf(editor, region)} ${marked.start} ${marked.end}`);
    }
  }
  /** Counts one use more of all labels; why that cannot be. */
  const use = (labels: readonly ControlValue[]): string | undefined => {
    const words = labels.flatMap(({ fromName, value }) => labelWords(value).map((word) => ({ fromName, word })));
    for (const { fromName, word } of words) {
      const control = controlOf(editor.config.byName.get(fromName));
      const most = control && mostUses(control, faces.option(fromName, word));
      const used = usages.of(fromName, word) + (uses.get(`${fromName} ${word}`) ?? 0);
      if (most !== undefined && used >= most)
        return `You can't use ${faces.label(fromName, word).name} more than ${most} time(s)`;
    }
    for (const { fromName, word } of words) uses.set(`${fromName} ${word}`, (uses.get(`${fromName} ${word}`) ?? 0) + 1);
    return undefined;
  };
  for (const like of sources) {
    const control = controlOf(editor.config.byName.get(like.region.fromName));
    if (!control) continue;
    const labels = labelsOf(editor, like.region);
    const points = codePoints(like.facts.text);
    const alike = `${placeOf(like.region)} ${signatureOf(editor, like.region)}`;
    const stretch = { start: points.toUnits(like.start), end: points.toUnits(like.end) };
    for (const unit of occurrences(like.facts.text, stretch, anyCase)) {
      const place = { start: points.toPoints(unit.start), end: points.toPoints(unit.end) };
      const key = `${alike} ${place.start} ${place.end}`;
      if (!isInSight(place, like)) continue;
      if (taken.has(key)) {
        present++;
        continue;
      }
      const reason = use(labels);
      refusal ??= reason;
      if (reason !== undefined) break;
      taken.add(key);
      made.push({ like, control, labels, ...place });
    }
  }
  return { made, present, refusal };
}

/** Whether all of it is to be seen, and in one phrase where the text is one of phrases. */
function isInSight({ start, end }: Stretch, { facts }: Marked): boolean {
  if (facts.unseen?.some((gap) => gap.start < end && gap.end > start)) return false;
  if (!facts.anchors || !codePoints(facts.text).slice(start, end).includes('\n')) return true;
  const { start: first, end: last } = facts.anchors.anchor(start, end);
  return !/^\d+$/.test(String(first)) || first === last;
}

/** A geometry as it is elsewhere: first the end that stays clear of the other one. */
function movedTo(shape: ShapeModule, geometry: unknown, from: Stretch, to: Stretch, sight: Sight): unknown {
  const ends: readonly (readonly [figure: string, at: number])[] = [
    ['Start', to.start],
    ['End', to.end],
  ];
  const steps = to.start < from.end ? ends : ends.toReversed();
  return steps.reduce((moved, [figure, at]) => shape.revise?.(moved, figure, at, sight) ?? moved, geometry);
}

/** Selects regions that mark the same text, whatever they say of it. */
function selectSame(editor: Editor): void {
  const { selection, notices } = editor;
  const texts = new Set(selected(editor).flatMap((region) => markedBy(editor, region)?.text ?? []));
  const before = new Set(selection.ids);
  const found = editor.regions.filter(
    (region) =>
      !before.has(region.id) && !selection.isHidden(region.id) && texts.has(markedBy(editor, region)?.text ?? ''),
  );
  if (found.length === 0) return notices.say('No other region marks this text.');
  editor.select([...selection.ids, ...found.map(({ id }) => id)]);
  notices.say(`${count(found.length)} more selected`);
}

/** Deletes regions that mark the same text with the same labels, as one undo step. */
function removeSame(editor: Editor): void {
  const signed = (region: Region) => {
    const marked = markedBy(editor, region);
    return marked && JSON.stringify([marked.text, signatureOf(editor, region)]);
  };
  const wanted = new Set(selected(editor).flatMap((region) => signed(region) ?? []));
  const same = editor.regions.filter((region) => wanted.has(signed(region) ?? ''));
  const may = same.filter((region) => editor.mayEdit(region));
  const locked = same.length - may.length;
  if (may.length > 0)
    deleteRegions(
      editor,
      may.map(({ id }) => id),
    );
  const kept = locked === 0 ? '' : `. ${count(locked)} ${locked === 1 ? 'is' : 'are'} locked`;
  say(editor, `${count(may.length)} deleted${kept}`);
}

/** Says what was done, and offers to take it back as long as nothing else was done since. */
function say({ completion, notices }: Editor, message: string): void {
  if (!completion) return;
  const { store } = completion;
  notices.say(message, 'info', { title: 'Undo', run: () => store.history.undo() });
  const said = notices.current;
  const forget = store.observe(() => {
    forget();
    if (notices.current === said) notices.dismiss();
  });
}

/** Undefined for what marks no text, or none that is known. */
function markedBy(editor: Editor, region: Region): Marked | undefined {
  const shape = editor.registry.shape(region.shape);
  if (shape?.space !== 'flow') return undefined;
  const sight = sightOf(editor, region, region.fromName);
  const { text } = sight.facts;
  if (text === undefined) return undefined;
  const spans = shape.marks(region.geometry, sight).flatMap((mark) => (mark.draw === 'span' ? mark : []));
  const { start = 0 } = spans[0] ?? {};
  const { end = 0 } = spans.at(-1) ?? {};
  if (start >= end) return undefined;
  const facts = { ...sight.facts, text };
  return { region, shape, sight, facts, start, end, text: codePoints(text).slice(start, end) };
}

function labelsOf({ completion, config }: Editor, { id }: Region): readonly ControlValue[] {
  const said = completion?.store.valuesOf(id) ?? [];
  return said.filter(({ fromName }) => {
    const control = controlOf(config.byName.get(fromName));
    return control !== undefined && isLabels(control);
  });
}

/** The same for regions of one control with the same labels. */
const signatureOf = (editor: Editor, region: Region): string =>
  JSON.stringify([region.fromName, ...labelsOf(editor, region).map(({ fromName, value }) => [fromName, value])]);

const placeOf = ({ itemIndex = 0, toName }: Region): string => `${itemIndex} ${toName}`;

const count = (number: number): string => number.toLocaleString('en');

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40).trim()}…` : text);
