import { newId } from '../../base/ids.js';
import type { ControlValue, Region } from '../../model/document.js';
import type { Editor } from '../editor.js';
import { type Control, controlOf, controlsOf, fits, isLabels, isTree, labelWords } from '../regions/controls.js';

/** What is said of a region once another control draws it. */
export interface Relabelled {
  readonly kept: readonly ControlValue[];
  readonly put: readonly ControlValue[];
  readonly gone: readonly ControlValue[];
  /** Labels that no control of its new shape offers. */
  readonly lost: readonly string[];
}

/**
 * Carries the labels of a region over to the control that will draw it: labels of its old shape to that control where it
 * offers the same word, else to labels of no shape in particular. All else that is said of it stays.
 */
export function relabel(editor: Editor, region: Region, control: Control, shape: string): Relabelled {
  const said = editor.completion?.store.valuesOf(region.id) ?? [];
  const stranded = (value: ControlValue) => {
    const labels = controlOf(editor.config.byName.get(value.fromName));
    return labels !== undefined && isLabels(labels) && !fits(labels, { shape, toName: region.toName });
  };
  const gone = said.filter(stranded);
  const kept = said.filter((value) => !gone.includes(value));
  const general = controlsOf(editor.config, region.toName).filter(
    (one) => isLabels(one) && one.tag.draws === undefined && !isTree(one),
  );
  const homes = [...(isLabels(control) ? [control] : []), ...general].map((home) => home.node.name ?? '');
  const words = new Map<string, string[]>();
  const lost: string[] = [];
  for (const { fromName, value } of gone) {
    for (const word of labelWords(value)) {
      const { name } = editor.faces.label(fromName, word);
      const found = homes.flatMap((home) => {
        const same = offered(editor, home, word, name);
        return same === undefined ? [] : [{ home, same }];
      })[0];
      if (found) words.set(found.home, [...(words.get(found.home) ?? []), found.same]);
      else lost.push(name);
    }
  }
  const last = Math.max(region.order, ...said.map(({ order }) => order));
  const put = [...words].map(([fromName, list]): ControlValue => {
    const before = kept.find((value) => value.fromName === fromName);
    const value = [...new Set([...labelWords(before?.value), ...list])];
    if (before) return { ...before, value };
    // Behind the last item of its region, before whatever comes next.
    const order = fromName === control.node.name ? region.order : last + 0.001;
    return { id: newId(), order, fromName, toName: region.toName, regionId: region.id, value, origin: 'manual' };
  });
  return { kept: kept.filter((value) => !put.some(({ id }) => id === value.id)), put, gone, lost };
}

/** The word by which a control offers a label: the same, or that of a label of the same name. */
function offered(editor: Editor, home: string, word: string, name: string): string | undefined {
  if (editor.faces.option(home, word)) return word;
  const node = editor.config.byName.get(home);
  return node && editor.config.options.get(node.key)?.find(({ value }) => value === name)?.id;
}
