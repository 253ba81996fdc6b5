/** By what an event is found, filtered and shown to whom it concerns; all of it stands in its body too. */
export type EventColumns = {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly actorKind: string;
  readonly actorId: string;
  readonly controllerId: string | null;
  readonly caseId: string | null;
  readonly reference: string | null;
};

type Said = {
  id?: unknown;
  at?: unknown;
  kind?: unknown;
  actor?: { kind?: unknown; id?: unknown };
  controllerId?: unknown;
  caseId?: unknown;
  reference?: unknown;
};

/** Whether an event can be found by what it says: a column that was changed hides it from every filter while its body stays as sealed. */
export function columnsFit(columns: EventColumns, body: string): boolean {
  let said: Said;
  try {
    said = (JSON.parse(body) ?? {}) as Said;
  } catch {
    return false;
  }
  const told = [
    said.id,
    Date.parse(String(said.at)),
    said.kind,
    said.actor?.kind,
    said.actor?.id,
    said.controllerId ?? null,
    said.caseId ?? null,
    said.reference ?? null,
  ];
  const { id, at, kind, actorKind, actorId, controllerId, caseId, reference } = columns;
  return [id, at.getTime(), kind, actorKind, actorId, controllerId, caseId, reference].every(
    (value, index) => value === told[index],
  );
}
