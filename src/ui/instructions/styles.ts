import { css } from 'lit';

/** The card of instructions: over the end of the content, and as wide as it on a phone. */
export const instructionsStyles = css`
  .instructions {
    grid-area: content;
    place-self: start end;
    z-index: 2;
    display: flex;
    width: min(420px, 100% - 24px);
    max-height: calc(100% - 24px);
    margin: 12px;
    color: var(--le-text);
    background: var(--le-surface);
    border: 1px solid var(--le-line);
    border-radius: calc(var(--le-radius) + 2px);
    box-shadow: 0 8px 28px rgb(0 0 0 / 20%);
  }
  .instructions-card {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-width: 0;
    min-height: 0;
    outline: none;
  }
  .instructions header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 6px 6px 6px 14px;
    border-bottom: 1px solid var(--le-line);
  }
  .instructions h2#instructions-title {
    margin: 0;
    font-size: 13px;
    font-weight: 600;
  }
  .instructions-body {
    min-height: 40px;
    max-height: 520px;
    padding: 10px 14px 14px;
    overflow: auto;
    overscroll-behavior: contain;
    user-select: text;
    cursor: auto;
  }
  .instructions-plain {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  @container le (width < 560px) {
    .instructions {
      place-self: end stretch;
      width: auto;
      max-height: 65%;
      margin: 8px;
    }
  }
`;
