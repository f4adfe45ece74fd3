package makegood;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Models name beans and beans are global: a name given twice would tie a node to the wrong step. */
class BeanNamesTests {
    @Test
    void noTwoBeansShareAName() {
        var classes = new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("makegood");
        var owners = new TreeMap<String, List<String>>();
        for (var type : classes) {
            if (type.isMetaAnnotatedWith(Component.class) && !type.isInterface())
                owners.computeIfAbsent(nameOf(type), name -> new ArrayList<>()).add(type.getName());
            for (var method : type.getMethods())
                if (method.isAnnotatedWith(Bean.class))
                    owners.computeIfAbsent(nameOf(method), name -> new ArrayList<>())
                            .add(method.getFullName());
        }
        assertThat(owners).isNotEmpty();
        assertThat(owners.entrySet()).filteredOn(e -> e.getValue().size() > 1).isEmpty();
    }

    private static String nameOf(JavaClass type) {
        var given = type.tryGetAnnotationOfType(Component.class)
                .map(Component::value)
                .orElse("");
        return given.isEmpty() ? java.beans.Introspector.decapitalize(type.getSimpleName()) : given;
    }

    private static String nameOf(JavaMethod method) {
        var given = method.getAnnotationOfType(Bean.class).name();
        return given.length == 0 ? method.getName() : given[0];
    }
}
