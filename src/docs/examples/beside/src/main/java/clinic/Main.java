package clinic;

/** One class path, one Drools: the host's rules, Spotter's, and the host's again. */
public class Main {
  public static void main(String[] args) {
    System.out.println(OwnRules.run());
    System.out.println(Backs.run());
    System.out.println(OwnRules.run());
    System.out.println(Backs.run());
  }
}
