import { Check, ChevronDown } from "lucide-react"
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components"

interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
}

interface Props<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly Option<Value>[]
  readonly onChange: (value: Value) => void
  readonly hideLabel?: boolean
  readonly small?: boolean
}

/** One of a few, from a list that opens. */
export const Choice = <Value extends string>({ label, value, options, onChange, hideLabel, small }: Props<Value>) => (
  <Select
    className="field"
    value={value}
    onChange={(key) => {
      const chosen = options.find((option) => option.value === key)
      if (chosen !== undefined) onChange(chosen.value)
    }}
  >
    <Label className={hideLabel === true ? "unseen" : "field-label"}>{label}</Label>
    <Button className={small === true ? "button plain small choice" : "button plain choice"}>
      <SelectValue />
      <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
    </Button>
    <Popover className="popover" offset={4}>
      <ListBox className="options" items={options.map((option) => ({ ...option, id: option.value }))}>
        {(option) => (
          <ListBoxItem id={option.value} textValue={option.label} className="option">
            {({ isSelected }) => (
              <>
                <span className="option-text">{option.label}</span>
                {isSelected && <Check size={14} strokeWidth={2} aria-hidden />}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </Select>
)
