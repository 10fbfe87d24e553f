// Names with values, such as environment and stage variables.
import AttributeEditor from "@cloudscape-design/components/attribute-editor";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import type { ReactNode } from "react";
import { t } from "../text/en";

export interface Pair {
  name: string;
  value: string;
}

export function pairsOf(record: Record<string, string> | undefined): Pair[] {
  return Object.entries(record ?? {}).map(([name, value]) => ({ name, value }));
}

export function recordOf(pairs: Pair[]): Record<string, string> {
  const named = pairs.filter((pair) => pair.name !== "");
  return Object.fromEntries(named.map(({ name, value }) => [name, value]));
}

export function Pairs(props: {
  label: string;
  pairs: Pair[];
  onChange: (pairs: Pair[]) => void;
  add: string;
}): ReactNode {
  const { pairs, onChange } = props;
  const set = (index: number, part: Partial<Pair>) =>
    onChange(pairs.map((pair, at) => (at === index ? { ...pair, ...part } : pair)));
  return (
    <FormField label={props.label} stretch>
      <AttributeEditor
        items={pairs}
        addButtonText={props.add}
        removeButtonText={t.common.remove}
        removeButtonAriaLabel={(pair) => `${t.common.remove}: ${pair.name}`}
        empty={t.common.nothing}
        onAddButtonClick={() => onChange([...pairs, { name: "", value: "" }])}
        onRemoveButtonClick={({ detail }) =>
          onChange(pairs.filter((_pair, at) => at !== detail.itemIndex))
        }
        definition={[
          {
            label: t.common.key,
            control: (pair, index) => (
              <Input
                value={pair.name}
                ariaLabel={`${props.label}: ${t.common.key}`}
                onChange={({ detail }) => set(index, { name: detail.value })}
              />
            ),
          },
          {
            label: t.common.value,
            control: (pair, index) => (
              <Input
                value={pair.value}
                ariaLabel={`${props.label}: ${t.common.value}`}
                onChange={({ detail }) => set(index, { value: detail.value })}
              />
            ),
          },
        ]}
      />
    </FormField>
  );
}
