import type { PointCloud } from '../../contract/cloud.js';
import type { TagContext } from '../../contract/view.js';

/** Points in the selected boxes, as they are in a frame; undefined while none is selected. Observable. */
export function insideOf(_context: TagContext, _cloud: PointCloud | undefined, _frame: number): number | undefined {
  return undefined;
}
