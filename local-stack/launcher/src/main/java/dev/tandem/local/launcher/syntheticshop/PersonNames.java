package dev.tandem.local.launcher.syntheticshop;

import java.util.List;
import java.util.SplittableRandom;

/** Made-up names of people. */
final class PersonNames {
    private static final List<String> FIRST = List.of(
            "Ada", "Amir", "Ana", "Bela", "Bruno", "Carla", "Chen", "Clara", "Dario", "Edda", "Elif", "Emil", "Fatima",
            "Finn", "Grace", "Hana", "Hugo", "Ida", "Ines", "Ivan", "Jana", "Jonas", "Kaito", "Lena", "Leo", "Lucia",
            "Malik", "Mara", "Mina", "Nadia", "Nils", "Noor", "Olga", "Oscar", "Paula", "Priya", "Ravi", "Rosa", "Sami",
            "Sofia", "Tara", "Theo", "Uma", "Vera", "Yara", "Zoe");
    private static final List<String> LAST = List.of(
            "Abadi",
            "Almeida",
            "Bauer",
            "Bianchi",
            "Brandt",
            "Castro",
            "Costa",
            "Dahl",
            "Demir",
            "Dubois",
            "Eriksen",
            "Farkas",
            "Ferrari",
            "Fischer",
            "Garcia",
            "Haddad",
            "Hansen",
            "Ibrahim",
            "Ito",
            "Jansen",
            "Kaya",
            "Keller",
            "Kim",
            "Kowalski",
            "Kumar",
            "Lind",
            "Lopez",
            "Moreau",
            "Mori",
            "Nagy",
            "Novak",
            "Okafor",
            "Olsen",
            "Patel",
            "Petrov",
            "Rossi",
            "Santos",
            "Sato",
            "Silva",
            "Singh",
            "Tanaka",
            "Toth",
            "Vidal",
            "Weber",
            "Wong",
            "Zeman");

    private PersonNames() {}

    static String draw(SplittableRandom random) {
        return FIRST.get(random.nextInt(FIRST.size())) + " " + LAST.get(random.nextInt(LAST.size()));
    }
}
