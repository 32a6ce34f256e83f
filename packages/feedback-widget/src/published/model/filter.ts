/** Which published contributions are asked for. */
export interface Filter {
  readonly section?: string | undefined;
  /** Value of an option of the form. */
  readonly topic?: string | undefined;
  /** Homogeneous zone, 1 to 11. */
  readonly zone?: number | undefined;
}

/** The query of one page of them, `?` included; `cursor` is `next` of the page before. */
export const queryOf = ({ section, topic, zone }: Filter, limit: number, cursor?: string): string => {
  const query = new URLSearchParams();
  if (section !== undefined) query.set('section', section);
  if (topic !== undefined) query.set('topic', topic);
  if (zone !== undefined) query.set('zone', String(zone));
  query.set('limit', String(limit));
  if (cursor !== undefined) query.set('cursor', cursor);
  return `?${query.toString()}`;
};

export const isFiltered = ({ section, topic, zone }: Filter): boolean =>
  section !== undefined || topic !== undefined || zone !== undefined;
