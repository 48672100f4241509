/**
 * Selects the whole of a text as a drag over it does: natively, with a release of the pointer at the end. The surface
 * takes it from there like any selection, so that labels, granularity and read-only count.
 */
export function selectWhole(text: Text): void {
  document.getSelection()?.setBaseAndExtent(text, 0, text, text.length);
  const release = { bubbles: true, composed: true, isPrimary: true, button: 0, pointerType: 'mouse' } as const;
  text.parentElement?.dispatchEvent(new PointerEvent('pointerup', release));
}
