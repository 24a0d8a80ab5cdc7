package dev.spotter.rules;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import org.drools.base.base.ValueResolver;
import org.drools.base.base.ValueType;
import org.drools.base.base.extractors.BaseObjectClassFieldReader;
import org.drools.base.base.field.ObjectFieldImpl;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.IndexableConstraint;
import org.drools.base.rule.accessor.FieldValue;
import org.drools.base.rule.accessor.ReadAccessor;
import org.drools.base.rule.accessor.TupleValueExtractor;
import org.drools.base.rule.constraint.AlphaNodeFieldConstraint;
import org.drools.base.util.IndexedValueReader;
import org.drools.base.util.index.ConstraintTypeOperator;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.runtime.rule.FactHandle;

/**
 * What an alpha node of Drools' network asks of the wide fact. Nodes that ask the same are one
 * node; an equality with a word can be looked up instead of asked.
 */
final class SlotTest implements AlphaNodeFieldConstraint, IndexableConstraint {
  private final String text;
  private final SlotCheck check;
  private final @Nullable FieldValue word;
  private final Reader reader;

  /**
   * @param text what is asked; the same text asks the same
   * @param slot of the field that equals the word, or -1
   * @param word that it equals, or null
   */
  SlotTest(String text, SlotCheck check, int slot, @Nullable String word) {
    this.text = text;
    this.check = check;
    this.word = word == null ? null : new ObjectFieldImpl(word);
    this.reader = new Reader(slot);
  }

  /** True if it is an equality with a word. */
  boolean word() {
    return word != null;
  }

  String text() {
    return text;
  }

  @Override
  public boolean isAllowed(FactHandle handle, ValueResolver values) {
    return check.holds(((WideFact) handle.getObject()).values);
  }

  @Override
  public boolean isIndexable(int nodeType, KieBaseConfiguration settings) {
    return word != null;
  }

  @Override
  public ConstraintTypeOperator getConstraintType() {
    return word == null ? ConstraintTypeOperator.UNKNOWN : ConstraintTypeOperator.EQUAL;
  }

  @Override
  public @Nullable FieldValue getField() {
    return word;
  }

  @Override
  public ReadAccessor getFieldExtractor() {
    return reader;
  }

  @Override
  public boolean isUnification() {
    return false;
  }

  @Override
  public @Nullable IndexedValueReader getFieldIndex() {
    return null;
  }

  @Override
  public @Nullable TupleValueExtractor getRightIndexExtractor() {
    return null;
  }

  @Override
  public @Nullable TupleValueExtractor getLeftIndexExtractor() {
    return null;
  }

  @Override
  public Declaration[] getRequiredDeclarations() {
    return new Declaration[0];
  }

  @Override
  public void replaceDeclaration(Declaration old, Declaration other) {}

  @Override
  public ConstraintType getType() {
    return ConstraintType.ALPHA;
  }

  @Override
  public boolean isTemporal() {
    return false;
  }

  @Override
  public SlotTest clone() {
    return this;
  }

  @Override
  public SlotTest cloneIfInUse() {
    return this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SlotTest test && test.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  @Override
  public void writeExternal(ObjectOutput out) {
    throw new UnsupportedOperationException("a network is made anew, never stored");
  }

  @Override
  public void readExternal(ObjectInput in) {
    throw new UnsupportedOperationException("a network is made anew, never stored");
  }

  /** Reads a slot, for Drools to look up. */
  private static final class Reader extends BaseObjectClassFieldReader {
    Reader(int slot) {
      super(slot, String.class, ValueType.STRING_TYPE);
    }

    @Override
    public @Nullable Object getValue(@Nullable ValueResolver resolver, Object fact) {
      return ((WideFact) fact).values[getIndex()];
    }

    @Override
    public boolean isNullValue(@Nullable ValueResolver resolver, Object fact) {
      return getValue(resolver, fact) == null;
    }
  }
}
