"""Help and usage errors of the command line in Indonesian: Typer speaks English only."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand, TyperGroup

_HELP = "Tampilkan bantuan ini."


def _write_help(command: Any, ctx: Any, formatter: Any) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix="Pemakaian: ")
    command.format_help_text(ctx, formatter)
    params = command.get_params(ctx)
    for title, kind in (("Isian", "argument"), ("Pilihan", "option")):
        records = [
            (param.human_readable_name, param.help or "")
            if kind == "argument"
            else (_option_names(param), _HELP if param.name == "help" else param.help or "")
            for param in params
            if param.param_type_name == kind
        ]
        if records:
            with formatter.section(title):
                formatter.write_dl(records)


def _option_names(param: Any) -> str:
    names = ", ".join(sorted((*param.opts, *param.secondary_opts), key=len))
    return names if param.is_flag else f"{names} {param.metavar}"


class Perintah(TyperCommand):
    """One command with Indonesian help."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _write_help(self, ctx, formatter)


class KumpulanPerintah(TyperGroup):
    """All commands with Indonesian help, listed in the order of their work."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _write_help(self, ctx, formatter)
        with formatter.section("Perintah"):
            formatter.write_dl(
                [(name, command.get_short_help_str(120))]
                for name, command in self.commands.items()
            )


def explain(error: Exception) -> str:
    """Return a usage error of Typer as an Indonesian sentence."""
    kind = type(error).__name__
    param = getattr(error, "param", None)
    name = param.human_readable_name if param is not None else ""
    match kind:
        case "MissingParameter":
            return f"{name} belum disebutkan."
        case "NoSuchOption":
            return f"Pilihan {getattr(error, 'option_name', '')} tidak dikenal."
        case "BadParameter":
            return f"Isi {name} tidak dapat dipakai."
        case "BadOptionUsage":
            return f"Pilihan {getattr(error, 'option_name', '')} belum diberi isi yang benar."
    message = str(error)
    if "No such command" in message:
        return f"Perintah {message.split(chr(39))[1]} tidak dikenal."
    if "unexpected extra argument" in message:
        return "Ada isian yang tidak dikenal."
    return "Perintah belum lengkap."
