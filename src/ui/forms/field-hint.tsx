/** What helps with a field, between its label and its control. */
export function FieldHint({ id, hint }: { id: string; hint: string | undefined }) {
  if (hint === undefined) return null;
  return (
    <p id={`${id}-hint`} className="hint">
      {hint}
    </p>
  );
}
