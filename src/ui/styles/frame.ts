import { css } from 'lit';

/** Where the parts of the workbench stand, and how much room they take: the content does not move when they come. */
export const frame = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 2px solid var(--le-accent);
    outline-offset: -2px;
  }
  .frame {
    position: relative;
    display: grid;
    grid-template: 'top top top' auto 'tools content panel' minmax(0, 1fr) 'status status status' auto / auto minmax(0, 1fr) auto;
    height: 100%;
    min-height: inherit;
    overflow: hidden;
  }
  .top-bar {
    grid-area: top;
    min-width: 0;
    min-height: 44px;
    border-bottom: 1px solid var(--le-line);
  }
  .tools {
    grid-area: tools;
    min-width: 41px;
    min-height: 0;
    border-inline-end: 1px solid var(--le-line);
  }
  .content {
    /* What a config puts at a fixed place stays inside. */
    contain: layout;
    grid-area: content;
    display: flex;
    flex-direction: column;
    gap: var(--le-gap);
    min-width: 0;
    min-height: 0;
    padding: 12px;
    overflow: auto;
    container: content / size;
    background: var(--le-canvas);
  }
  .panel {
    grid-area: panel;
    width: 288px;
    min-height: 0;
    background: var(--le-surface);
    border-inline-start: 1px solid var(--le-line);
  }
  .status {
    grid-area: status;
    min-width: 0;
    min-height: 28px;
    border-top: 1px solid var(--le-line);
  }
  .le-placeholder {
    margin: 0;
    padding: 8px 12px;
    color: var(--le-muted);
    border: 1px dashed var(--le-line);
    border-radius: var(--le-radius);
  }
  /* Widths are those of desk.ts. */
  @container le (width < 1100px) {
    .panel {
      grid-area: 2 / 1 / 3 / -1;
      justify-self: end;
      z-index: 2;
      width: min(320px, 100%);
      box-shadow: 0 0 24px rgb(0 0 0 / 18%);
    }
  }
  @media (pointer: coarse) {
    .tools {
      min-width: 53px;
    }
  }
  @container le (width < 560px) {
    .frame {
      grid-template: 'top' auto 'content' minmax(0, 1fr) 'tools' auto 'status' auto / minmax(0, 1fr);
    }
    .top-bar {
      min-height: 81px;
    }
    .tools {
      min-width: 0;
      min-height: 49px;
      border-inline-end: 0;
      border-top: 1px solid var(--le-line);
    }
    .content {
      padding: 8px;
    }
    /* The end of a form can be scrolled to above what is said there. */
    .content:not(:has(.le-fill)) {
      padding-block-end: 72px;
    }
    .panel {
      grid-area: 2 / 1 / -1 / -1;
      width: 100%;
      border: 0;
    }
    .status {
      min-height: 32px;
    }
  }
`;
