import type { TagNode } from '../contract/tag.js';
import type { CompletionDoc, Region } from '../model/document.js';
import type { Json } from '../model/json.js';
import type { Problem } from '../model/problem.js';

export interface Answers {
  readonly doc: CompletionDoc;
  readonly nodes: readonly TagNode[];
  /** Number of items of an object tag, if it has items. */
  items(objectName: string): number | undefined;
  /** Whether a control is on show, as its own and its ancestors' conditions are; per-region ones are asked by region. */
  isVisible(node: TagNode): boolean;
  accepts(node: TagNode, region: Region): boolean;
}

/**
 * What forbids to submit, in tag order: each control's own check of its value for the task, for every item, or for every
 * region it is about. A control that is hidden is not asked.
 */
export function checkAnswers(answers: Answers): readonly Problem[] {
  return answers.nodes.flatMap((node) => {
    const { module } = node;
    if (module?.kind !== 'control' || !module.check || node.name === undefined) return [];
    const check: Check = (value, { regionId, itemIndex } = {}, all = value === undefined ? [] : [value]) =>
      (module.check?.(value, node.attributes, all) ?? []).map((problem) => ({
        ...problem,
        at: {
          ...node.at,
          tag: node.tag,
          ...(node.name && { name: node.name }),
          ...(regionId && { resultId: regionId }),
          ...(itemIndex !== undefined && { itemIndex }),
          ...problem.at,
        },
      }));
    if (node.attributes.perRegion === true) return checkRegions(node, answers, check);
    if (!answers.isVisible(node)) return [];
    if (module.speaksOf === 'region') return checkMarks(node, answers, check);
    if (node.attributes.perItem === true) return checkItems(node, answers, check);
    const all = [...answers.doc.values.values()].flatMap(({ fromName, value }) =>
      fromName === node.name ? [value] : [],
    );
    return check(all[0], {}, all);
  });
}

type Check = (
  value: Json | undefined,
  about?: { readonly regionId?: string; readonly itemIndex?: number },
  all?: readonly Json[],
) => readonly Problem[];

function checkRegions(node: TagNode, { doc, accepts }: Answers, check: Check): readonly Problem[] {
  return [...doc.regions.values()]
    .filter((region) => accepts(node, region))
    .sort((a, b) => a.order - b.order)
    .flatMap((region) =>
      check(
        answerOf(doc, node, ({ regionId }) => regionId === region.id),
        { regionId: region.id },
      ),
    );
}

/** Of labels: what each region says, or that there is none. */
function checkMarks(node: TagNode, { doc }: Answers, check: Check): readonly Problem[] {
  const marks = [...doc.values.values()].filter(({ fromName, regionId }) => fromName === node.name && regionId);
  if (marks.length === 0) return check(undefined);
  return marks
    .sort((a, b) => a.order - b.order)
    .flatMap(({ value, regionId }) => check(value, regionId === undefined ? {} : { regionId }));
}

function checkItems(node: TagNode, { doc, items }: Answers, check: Check): readonly Problem[] {
  const count = items(node.toNames[0] ?? '') ?? 1;
  return Array.from({ length: count }, (_, index) =>
    check(
      answerOf(doc, node, ({ itemIndex }) => (itemIndex ?? 0) === index),
      { itemIndex: index },
    ),
  ).flat();
}

function answerOf(
  doc: CompletionDoc,
  node: TagNode,
  about: (value: { readonly regionId?: string; readonly itemIndex?: number }) => boolean,
): Json | undefined {
  for (const value of doc.values.values()) if (value.fromName === node.name && about(value)) return value.value;
  return undefined;
}
