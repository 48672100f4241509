import type { TagNode } from '../../contract/tag.js';

/** Where results have the items that are in no bucket. */
export const REST = '_';

/** All buckets below a Ranker that have a name. */
export const namedBuckets = ({ children }: TagNode): readonly (TagNode & { readonly name: string })[] =>
  children.flatMap((child) => {
    if (child.module?.tag !== 'Bucket') return namedBuckets(child);
    return child.name ? [{ ...child, name: child.name }] : [];
  });

/** The bucket that holds all items at first, or else the rest. */
export const startOf = (buckets: readonly TagNode[]): string =>
  buckets.find(({ attributes }) => attributes.default === true)?.name ?? REST;
