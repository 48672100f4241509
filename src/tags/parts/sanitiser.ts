/** Loads DOMPurify: the one door to it for documents that are made harmless as a whole. */
export const loadSanitiser = async (): Promise<typeof import('dompurify').default> =>
  (await import('dompurify')).default;
